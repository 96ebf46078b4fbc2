import { drawn } from './draw.js';
import type { Layout } from './layout.js';

const HEAD = 64;
const FOOT = 30;

/** Saves a chart as a picture that carries its title, sentence and imprint inside. */
export function savePicture(layout: Layout, imprint: string): void {
  const text = withImprint(layout, imprint, styles());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  link.download = `${layout.name}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The picture with room above for its title and below for where it comes from. */
export function withImprint(layout: Layout, imprint: string, css: string): string {
  const width = layout.width;
  const height = layout.height + HEAD + FOOT;
  const line = (words: string, y: number, size: number) =>
    `<text x='12' y='${y}' font-size='${size}'>${escape(words)}</text>`;
  const inner = drawn(layout).replace(
    /^<svg /,
    `<svg x='0' y='${HEAD}' width='${width}' height='${layout.height}' `,
  );
  return (
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' width='${width}' height='${height}'>` +
    `<style>${css}</style><rect width='100%' height='100%' fill='#FFFFFF'/>` +
    line(layout.title, 24, 16) +
    line(layout.subtitle, 46, 13) +
    inner +
    line(imprint, height - 10, 12) +
    '</svg>'
  );
}

/** Rules of the style sheet that charts use, with the variables of the present theme filled in. */
function styles(): string {
  const computed = getComputedStyle(document.documentElement);
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .filter((text) => text.startsWith('.chart'));
  return rules
    .join('\n')
    .replace(/\.chart /g, '')
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => computed.getPropertyValue(name).trim());
}

function escape(words: string): string {
  return words.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);
}
