// SVG by its elements: what is shown is set as text, never as markup.
const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

export function text(x, y, kind, words, more = {}) {
  return svg('text', {x, y, class: kind, ...more}, String(words));
}
