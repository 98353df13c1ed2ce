// Shows each state that comes from the run; keeps nothing but the last one.
import {chartPicture} from './chart.js';
import {clusterPicture} from './cluster.js';

const words = JSON.parse(document.body.dataset.words);
const by = id => document.getElementById(id);
const narrow = matchMedia('(max-width: 640px)');
const FRESH = 4000;

let state = {scenes: []};
let ahead = 0;
let chosen = null;
const looks = new Map();

const source = new EventSource('events');
source.onopen = () => { by('gone').hidden = true; document.body.classList.remove('past'); };
source.onerror = () => { by('gone').hidden = false; document.body.classList.add('past'); by('next').disabled = true; };
source.onmessage = message => {
  const data = JSON.parse(message.data);
  ahead = data.now - Date.now();
  if (!data.state.scenes) return;
  state = data.state;
  show();
};
setInterval(showTime, 250);
new ResizeObserver(show).observe(by('chart'));
narrow.addEventListener('change', show);
by('next').addEventListener('click', goOn);

function scene() {
  return state.scenes.find(one => one.id === chosen) ?? state.scenes[0];
}

function show() {
  const now = scene();
  showScenes(now);
  showStep(now);
  showTime();
  replace(by('cluster'), now?.cluster && clusterPicture(now.cluster, words, narrow.matches, changes(now.cluster)), words.noCluster);
  const chart = by('chart');
  replace(chart, now?.chart && chart.clientWidth > 0
    && chartPicture(now.chart, words, chart.clientWidth, Math.max(150, chart.clientHeight)), words.noClients);
  showLog(now?.log ?? []);
}

function replace(host, picture, otherwise) {
  host.replaceChildren(picture || element('p', 'empty', otherwise));
}

function element(name, kind, said) {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = said;
  return made;
}

/** Who has become something else a moment ago. */
function changes(cluster) {
  const now = Date.now();
  for (const node of cluster.nodes) {
    const look = `${node.role} ${node.key} ${node.container.state}`;
    const last = looks.get(node.name);
    if (!last) looks.set(node.name, {look, at: 0});
    else if (last.look !== look) looks.set(node.name, {look, at: now});
  }
  for (const name of looks.keys()) {
    if (!cluster.nodes.some(node => node.name === name)) looks.delete(name);
  }
  return new Set([...looks].filter(([, last]) => now - last.at < FRESH).map(([name]) => name));
}

function showScenes(now) {
  const host = by('scenes');
  host.hidden = state.scenes.length < 2;
  const signature = JSON.stringify(state.scenes.map(one => [one.id, one.feature, one.id === now?.id]));
  if (host.dataset.shown === signature) return;
  host.dataset.shown = signature;
  host.replaceChildren(...state.scenes.map(one => {
    const button = element('button', 'scene', one.feature);
    button.type = 'button';
    button.setAttribute('aria-pressed', one.id === now?.id);
    button.addEventListener('click', () => { chosen = one.id; show(); });
    return button;
  }));
}

function showStep(now) {
  const stop = state.stop;
  say('place', now ? `${now.feature} › ${now.scenario}` : '');
  // Between two steps the last one stays: most are over in a moment.
  if (stop || !now || now.step) say('step', stop ? stop.step || words.ended : now?.step || words.idle);
  say('does', stop?.does ?? '');
  by('does').hidden = !stop?.does;
  const next = by('next');
  const focus = next.hidden && document.activeElement === document.body;
  next.hidden = !stop;
  if (stop && next.dataset.number !== String(stop.number)) {
    next.dataset.number = stop.number;
    next.disabled = false;
  }
  say('next', stop ? stop.enter : words.next);
  if (stop && focus) next.focus();
  document.body.classList.toggle('stopped', Boolean(stop));
}

/** A live region is read out each time that it is set: only what has changed is. */
function say(id, said) {
  if (by(id).textContent !== said) by(id).textContent = said;
}

function showTime() {
  const now = scene();
  const clock = Date.now() + ahead;
  const progress = by('progress');
  const wait = state.stop ? null : now?.waiting;
  progress.hidden = !wait;
  if (wait) {
    progress.max = Math.max(1, wait.until - wait.since);
    progress.value = Math.min(progress.max, Math.max(0, clock - wait.since));
    say('waiting', `${words.waitsFor} ${wait.what.split('\n')[0]} · ${seconds(clock - wait.since)}, `
      + `${words.atMost} ${seconds(wait.until - wait.since)}`);
  } else if (now?.step && !state.stop) {
    say('waiting', `${words.works} · ${seconds(clock - now.since)}`);
  } else {
    say('waiting', '');
  }
}

function seconds(milliseconds) {
  return `${Math.max(0, Math.floor(milliseconds / 1000))} ${words.seconds}`;
}

function showLog(lines) {
  const signature = lines.map(one => `${one.at}${one.said}`).join();
  const host = by('lines');
  if (host.dataset.shown === signature) return;
  host.dataset.shown = signature;
  host.replaceChildren(...(lines.length ? lines.map(row) : [element('li', 'empty', words.noLog)]));
}

function row(one) {
  const item = element('li', 'line', '');
  const time = new Date(one.at).toLocaleTimeString([], {hour12: false});
  item.append(element('time', '', time), element('span', 'who', one.who), element('span', 'meaning', one.said));
  if (one.line) {
    const raw = element('code', '', one.line);
    raw.title = one.line;
    item.append(raw);
  }
  return item;
}

function goOn() {
  const next = by('next');
  next.disabled = true;
  fetch('next', {method: 'POST', body: next.dataset.number}).catch(() => { next.disabled = false; });
}
