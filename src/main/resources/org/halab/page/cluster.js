// The cluster as a picture: clients, entrypoints, nodes, and what keeps the leader key.
import {svg, text} from './svg.js';

const NODE = {height: 96, gap: 44};
const SMALL = {height: 74, gap: 24};

export function clusterPicture(cluster, words, portrait, changed) {
  const boxes = portrait ? upright(cluster) : level(cluster);
  const picture = svg('svg', {
    viewBox: `0 0 ${boxes.width} ${boxes.height}`, role: 'img', 'aria-label': inWords(cluster),
    class: portrait ? 'upright' : 'level'});
  picture.append(arrowHeads(), ...edges(cluster, boxes, words),
    clientsBox(boxes.clients, cluster, words),
    ...cluster.entrypoints.map((one, i) => partBox(boxes.entrypoints[i], one.container,
      one.kind || one.name, one.kind ? one.name : '', 'entrypoint')),
    ...cluster.nodes.map((one, i) => nodeBox(boxes.nodes[i], one, changed.has(one.name))),
    storeBox(boxes.store, cluster.store, words));
  return picture;
}

/** Side by side, for a wide screen. */
function level(cluster) {
  const nodes = stack(cluster.nodes.length, NODE);
  const entrypoints = stack(cluster.entrypoints.length, SMALL);
  const inner = Math.max(nodes, entrypoints, 150);
  const place = (i, size, all, x, width) =>
    ({x, width, y: 10 + (inner - all) / 2 + i * (size.height + size.gap), height: size.height});
  return {
    width: 1000, height: inner + 20, portrait: false,
    clients: place(0, SMALL, SMALL.height, 5, 160),
    entrypoints: cluster.entrypoints.map((one, i) => place(i, SMALL, entrypoints, 235, 185)),
    nodes: cluster.nodes.map((one, i) => place(i, NODE, nodes, 500, 275)),
    store: place(0, {height: 110, gap: 0}, 110, 835, 160),
  };
}

/** One below the other, for a phone; lines run beside the nodes. */
function upright(cluster) {
  const count = Math.max(1, cluster.entrypoints.length);
  const width = (340 - (count - 1) * 12) / count;
  const top = 10 + SMALL.height + 34 + SMALL.height + 34;
  const below = top + stack(cluster.nodes.length, NODE) + 34;
  return {
    width: 420, height: below + 120, portrait: true,
    clients: {x: 40, y: 10, width: 340, height: SMALL.height},
    entrypoints: cluster.entrypoints.map((one, i) => (
      {x: 40 + i * (width + 12), y: 10 + SMALL.height + 34, width, height: SMALL.height})),
    nodes: cluster.nodes.map((one, i) => (
      {x: 40, y: top + i * (NODE.height + NODE.gap), width: 340, height: NODE.height})),
    store: {x: 40, y: below, width: 340, height: 110},
  };
}

function stack(count, size) {
  return count * size.height + Math.max(0, count - 1) * size.gap;
}

function arrowHeads() {
  const head = kind => svg('marker', {
    id: `head-${kind}`, class: `head ${kind}`, viewBox: '0 0 10 10', refX: 9, refY: 5,
    markerWidth: 5, markerHeight: 5, orient: 'auto'}, svg('path', {d: 'M0 0 L10 5 L0 10 z'}));
  return svg('defs', {}, ...['way', 'wal', 'key', 'failing', 'waiting', 'none'].map(head));
}

function edges(cluster, boxes, words) {
  const lines = [], idle = [];
  cluster.entrypoints.forEach((one, i) => {
    const box = boxes.entrypoints[i];
    lines.push(line(between(boxes.clients, box, boxes), cluster.clients === 'served' ? 'way' : cluster.clients,
      `edge clients-${cluster.clients}`));
    cluster.nodes.forEach((node, j) => {
      const leads = one.leads.includes(node.name) && one.container.state === 'runs';
      (leads ? lines : idle).push(line(between(box, boxes.nodes[j], boxes, i), leads ? 'way' : null,
        leads ? 'edge leads' : 'edge not'));
    });
  });
  const leader = cluster.nodes.findIndex(one => one.role === 'leads');
  cluster.nodes.forEach((node, j) => {
    if (leader >= 0 && j !== leader && node.follows) {
      lines.push(line(replication(boxes.nodes[leader], boxes.nodes[j], j - leader, boxes), 'wal', 'edge wal'));
      if (Math.abs(j - leader) === 1) {
        const upper = boxes.nodes[Math.min(leader, j)];
        lines.push(text(upper.x + upper.width / 2 + 12, upper.y + upper.height + NODE.gap / 2 + 5,
          'small', words.replication));
      }
    }
    if (node.key) lines.push(line(held(boxes.store, boxes.nodes[j], boxes), 'key', 'edge key'));
  });
  return [...idle, ...lines];
}

function line(path, head, kind) {
  return svg('path', {d: path, class: kind, 'marker-end': head && `url(#head-${head})`});
}

function between(from, to, boxes, lane = 0) {
  if (!boxes.portrait) {
    const [x1, y1, x2, y2] = [from.x + from.width, middle(from), to.x - 4, middle(to)];
    const bend = (x2 - x1) / 2;
    return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  if (from === boxes.clients) {
    const x = to.x + to.width / 2;
    return `M${x} ${from.y + from.height} V${to.y - 4}`;
  }
  const x = 24 - lane * 12;
  const below = from.y + from.height;
  return `M${from.x + 24} ${below} v14 H${x} V${middle(to)} H${to.x - 4}`;
}

function replication(leader, replica, distance, boxes) {
  if (Math.abs(distance) === 1) {
    const x = leader.x + leader.width / 2;
    return distance > 0
      ? `M${x} ${leader.y + leader.height} V${replica.y - 4}`
      : `M${x} ${leader.y} V${replica.y + replica.height + 4}`;
  }
  const [x, bulge] = [leader.x + leader.width, boxes.portrait ? 26 : 50];
  return `M${x} ${middle(leader) + 24} C${x + bulge} ${middle(leader)} ${x + bulge} ${middle(replica)} ${x + 4} ${middle(replica) + 24}`;
}

function held(store, node, boxes) {
  if (!boxes.portrait) {
    const [x1, x2] = [store.x, node.x + node.width + 4];
    return `M${x1} ${middle(store)} C${x1 - 30} ${middle(store)} ${x2 + 30} ${middle(node)} ${x2} ${middle(node)}`;
  }
  const x = store.x + store.width - 24;
  return `M${x} ${store.y} v-16 H${node.x + node.width + 24} V${middle(node)} H${node.x + node.width + 4}`;
}

function middle(box) {
  return box.y + box.height / 2;
}

function frame(box, kind, ...inside) {
  return svg('g', {class: `box ${kind}`, transform: `translate(${box.x} ${box.y})`},
    svg('rect', {class: 'frame', width: box.width, height: box.height, rx: 10}), ...inside);
}

function clientsBox(box, cluster, words) {
  return frame(box, `clients ${cluster.clients}`,
    text(16, 31, 'name', words.clients), text(16, 55, 'said', cluster.clientsSaid));
}

function partBox(box, container, title, below, kind) {
  return frame(box, `${kind} ${container.state}`,
    text(16, 31, 'name', title),
    text(16, 55, container.said ? 'said' : 'small', container.said || below));
}

function nodeBox(box, node, changed) {
  const below = [node.timeline, node.lag].filter(one => one).join(' · ');
  return frame(box, `node ${node.role} ${node.container.state}${changed ? ' changed' : ''}`,
    svg('rect', {class: 'accent', width: 8, height: box.height, rx: 4}),
    text(22, 30, 'name', node.name),
    text(box.width - 14, 30, 'small', node.service, {'text-anchor': 'end'}),
    text(22, 57, 'role', node.container.said || node.roleSaid),
    text(22, 82, 'small', below),
    node.key ? keySign(box.width - 44, 62) : null);
}

function keySign(x, y) {
  return svg('g', {class: 'sign', transform: `translate(${x} ${y})`},
    svg('circle', {cx: 0, cy: 0, r: 8}), svg('path', {d: 'M8 0 H28 M21 0 v8 M27 0 v7'}));
}

function storeBox(box, store, words) {
  const up = store.members.filter(one => one.state === 'runs').length;
  const state = store.answers ? 'answers' : 'silent';
  const members = store.members.length > 1 ? ` ${up}/${store.members.length}` : '';
  const bad = store.members.find(one => one.state !== 'runs');
  return frame(box, `store ${state} ${store.holder ? 'held' : 'free'}`,
    text(16, 31, 'name', store.kind + members),
    text(16, 56, 'small', bad ? bad.said : words.leaderKey),
    text(16, 83, 'said', store.answers ? store.holder || '—' : store.said));
}

function inWords(cluster) {
  const nodes = cluster.nodes.map(one => [one.name, one.roleSaid, one.timeline, one.lag, one.container.said]
    .filter(part => part).join(', '));
  const ways = cluster.entrypoints.map(one => `${one.name} → ${one.leads.join(', ') || '—'}`);
  return [...nodes, ...ways, cluster.store.said].join('; ');
}
