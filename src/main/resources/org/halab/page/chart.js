// What clients were answered, second by second: writes above, how long they took below.
import {svg, text} from './svg.js';

const LEFT = 46, RIGHT = 12, ROW = 18, BETWEEN = 38, BOTTOM = 22;
const FASTEST = 1, SLOWEST = 10000;

export function chartPicture(chart, words, width, height) {
  const seconds = chart.written.length;
  const plot = {left: LEFT, right: width - RIGHT, step: (width - LEFT - RIGHT) / seconds};
  const key = legend(plot, [['written', words.perSecond], ['failed', words.failed],
    ['median', `${words.latency}: ${words.median}`], ['worst', words.worst]]);
  const half = (height - key.height - BETWEEN - BOTTOM) / 2;
  const upper = {top: key.height, bottom: key.height + half};
  const lower = {top: upper.bottom + BETWEEN, bottom: height - BOTTOM};
  return svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': inWords(chart, words)},
    ...key.shapes,
    ...marks(chart, plot, upper, lower),
    ...rates(chart, plot, upper),
    ...latencies(chart, plot, lower),
    text(plot.left, height - 5, 'small', words.minutesAgo),
    text(plot.right, height - 5, 'small', words.now, {'text-anchor': 'end'}));
}

function rates(chart, plot, panel) {
  const most = Math.max(20, ...chart.written.map((n, i) => n + chart.failed[i]));
  const y = count => panel.bottom - (panel.bottom - panel.top) * count / most;
  const shapes = axis(plot, panel, [[0, '0'], [most, most]], y);
  chart.written.forEach((count, i) => {
    const bar = (from, to, kind) => svg('rect', {
      class: kind, x: plot.left + i * plot.step, width: Math.max(.8, plot.step - .8),
      y: y(to), height: y(from) - y(to)});
    if (count) shapes.push(bar(0, count, 'written'));
    if (chart.failed[i]) shapes.push(bar(count, count + chart.failed[i], 'failed'));
  });
  return shapes;
}

function latencies(chart, plot, panel) {
  const y = ms => {
    const share = Math.log(Math.min(SLOWEST, Math.max(FASTEST, ms)) / FASTEST) / Math.log(SLOWEST / FASTEST);
    return panel.bottom - (panel.bottom - panel.top) * share;
  };
  const x = i => plot.left + (i + .5) * plot.step;
  const shapes = axis(plot, panel, [[1, '1'], [10, '10'], [100, '100'], [1000, '1000']], y);
  let path = '';
  chart.median.forEach((ms, i) => {
    if (ms === null) return;
    path += `${i > 0 && chart.median[i - 1] !== null ? 'L' : 'M'}${x(i)} ${y(ms)} `;
    if (chart.worst[i] > ms) shapes.push(svg('circle', {class: 'worst', cx: x(i), cy: y(chart.worst[i]), r: 1.8}));
  });
  if (path) shapes.push(svg('path', {class: 'median', d: path}));
  return shapes;
}

function axis(plot, panel, ticks, y) {
  return ticks.flatMap(([value, label]) => [
    svg('line', {class: 'grid', x1: plot.left, x2: plot.right, y1: y(value), y2: y(value)}),
    text(plot.left - 6, y(value) + 4, 'small', label, {'text-anchor': 'end'})]);
}

/** In as many rows as it takes; how wide words are is only guessed. */
function legend(plot, kinds) {
  let x = plot.left, row = 0;
  const shapes = kinds.flatMap(([kind, words]) => {
    const length = 36 + words.length * 7.6;
    if (x > plot.left && x + length > plot.right) [x, row] = [plot.left, row + 1];
    const at = x;
    x += length;
    return [svg('rect', {class: kind, x: at, y: row * ROW + 3, width: 9, height: 9, rx: kind === 'worst' ? 5 : 1}),
      text(at + 14, row * ROW + 12, 'small', words)];
  });
  return {shapes, height: (row + 1) * ROW + 6};
}

/** Between the two panels: the fault in the first row, who holds the leader key in the second. */
function marks(chart, plot, upper, lower) {
  const first = (chart.end - chart.written.length + 1) * 1000;
  return chart.marks.flatMap(mark => {
    const x = plot.left + (mark.at - first) / 1000 * plot.step;
    if (x < plot.left || x > plot.right) return [];
    const back = x > (plot.left + plot.right) / 2;
    return [svg('line', {class: `mark ${mark.kind}`, x1: x, x2: x, y1: upper.top, y2: lower.bottom}),
      text(x + (back ? -5 : 5), upper.bottom + (mark.kind === 'key' ? 32 : 15), `small mark ${mark.kind}`, mark.said,
        {'text-anchor': back ? 'end' : 'start'})];
  });
}

function inWords(chart, words) {
  const last = chart.written.length - 1;
  return `${words.perSecond}: ${chart.written[last]}; ${words.failed}: ${chart.failed[last]}; `
    + `${words.latency}: ${chart.median[last] ?? '—'}`;
}
