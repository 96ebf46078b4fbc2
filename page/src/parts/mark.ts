import { html, svg, type TemplateResult } from 'lit';
import { t } from '../words/words.js';

export const MARKS = ['measured', 'published', 'derived', 'estimate', 'unverified'] as const;
export type Mark = (typeof MARKS)[number];

/** Mark of how good a figure is: shape, never colour; the word is there for those who hear. */
export function mark(of: string): TemplateResult {
  const known = MARKS.find((m) => m === of) ?? 'unverified';
  const shape = {
    measured: svg`<circle class="full" cx="6" cy="6" r="5" />`,
    published: svg`<circle cx="6" cy="6" r="4.6" /><circle class="full" cx="6" cy="6" r="2" />`,
    derived: svg`<circle cx="6" cy="6" r="4.6" /><path class="full" d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" />`,
    estimate: svg`<circle cx="6" cy="6" r="4.6" />`,
    unverified: svg`<circle class="dashed" cx="6" cy="6" r="4.6" /><text x="6" y="9" text-anchor="middle">?</text>`,
  }[known];
  return html`<svg class="mark" viewBox="0 0 12 12" role="img" aria-label=${t(`mark.${known}`)}>${shape}</svg>`;
}
