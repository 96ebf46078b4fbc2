import type { Label, Layout, Mark } from './layout.js';

/**
 * The picture of a layout as SVG text. The report draws the same layout with the same marks, and a
 * golden test holds both to the same characters; so a chart cannot differ between them.
 */
export function drawn(layout: Layout): string {
  const head = element('svg', [
    ['viewBox', `0 0 ${px(layout.width)} ${px(layout.height)}`],
    ['role', 'img'],
    ['aria-label', layout.sentence],
    ['class', 'chart'],
    ['data-picture', layout.name],
  ]);
  const inner = layout.marks.map(drawMark).join('') + layout.labels.map(drawLabel).join('');
  return `${head}${inner ? `>${inner}</svg>` : '/>'}\n`;
}

function drawMark(mark: Mark): string {
  const [name, placed] = shape(mark);
  const style: Attribute[] = [['class', mark.style]];
  if (mark.colour) style.push(['fill', mark.colour]);
  const head = element(name, [...placed, ...style]);
  return mark.tip ? `${head}><title>${escape(mark.tip)}</title></${name}>` : `${head}/>`;
}

/** Element of a mark and the attributes that place it. */
function shape(mark: Mark): [string, Attribute[]] {
  const p = mark.points;
  const at = (i: number) => px(p[i] ?? 0);
  switch (mark.shape) {
    case 'LINE':
      return ['path', [['d', linePath(p)]]];
    case 'AREA':
      return ['path', [['d', `${linePath(p)}Z`]]];
    case 'RECT':
      return ['rect', [['x', at(0)], ['y', at(1)], ['width', at(2)], ['height', at(3)]]];
    case 'DISC':
      return ['circle', [['cx', at(0)], ['cy', at(1)], ['r', px(mark.size)]]];
    case 'CURVE':
      return ['path', [['d', curvePath(p)], ['stroke-width', px(mark.size)]]];
    case 'RIBBON':
      return ['path', [['d', ribbonPath(p, mark.size / 2)]]];
  }
}

function drawLabel(label: Label): string {
  const attributes: Attribute[] = [
    ['font-size', px(label.size)],
    ['text-anchor', label.anchor],
  ];
  if (label.style) attributes.push(['class', label.style]);
  attributes.push(['x', px(label.x)], ['y', px(label.y)]);
  return `${element('text', attributes)}>${escape(label.words)}</text>`;
}

function linePath(points: readonly number[]): string {
  let path = '';
  for (let i = 0; i < points.length; i += 2) path += (i === 0 ? 'M' : 'L') + pair(points, i);
  return path;
}

function curvePath(p: readonly number[]): string {
  return `M${pair(p, 0)}C${pair(p, 2)} ${pair(p, 4)} ${pair(p, 6)}`;
}

/** Outline of a band around a curve, raised and lowered by half its height. */
function ribbonPath(p: readonly number[], half: number): string {
  const up = (i: number) => pair(p, i, -half);
  const down = (i: number) => pair(p, i, half);
  return (
    `M${up(0)}C${up(2)} ${up(4)} ${up(6)}L${down(6)}` + `C${down(4)} ${down(2)} ${down(0)}Z`
  );
}

function pair(points: readonly number[], i: number, lower = 0): string {
  return `${px(points[i] ?? 0)} ${px((points[i + 1] ?? 0) + lower)}`;
}

/** A position to a tenth of a pixel. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

type Attribute = readonly [name: string, value: string];

function element(name: string, attributes: readonly Attribute[]): string {
  return `<${name}` + attributes.map(([key, value]) => ` ${key}='${escape(value)}'`).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words made safe within SVG; signs that no picture may hold are left out. */
function escape(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
