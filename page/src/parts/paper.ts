import { html, nothing, type TemplateResult } from 'lit';
import type { Layout } from '../chart/layout.js';
import { hold } from '../api/client.js';
import { inDigits } from '../words/digits.js';
import { t } from '../words/words.js';
import { dataTable, type LinkedTable } from './data-table.js';
import { onTheWay, wentWrong } from './says.js';
import '../chart/chart-figure.js';

/** What a page shows: one sentence, then pictures and tables, then where it is from. */
export interface Paper {
  readonly sentence?: string;
  readonly source?: string;
  /** What belongs here and what to do, when there is nothing yet. */
  readonly empty?: string;
  readonly sections?: readonly Section[];
}

export interface Section {
  readonly id?: string;
  readonly title?: string;
  readonly note?: string;
  readonly layout?: Layout;
  readonly layouts?: readonly Layout[];
  readonly table?: LinkedTable;
}

/** Asks the server and shows what it says as a paper; `beside` adds what else a page shows. */
export function paperOf<T>(
  path: string,
  told: (answer: T) => Paper,
  beside: (answer: T) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult {
  const held = hold<T>(path);
  const value = held.value.value;
  if (!value) {
    return html`${held.error.value ? wentWrong(held.error.value, () => held.renew()) : onTheWay()}`;
  }
  const paper = told(value);
  return html`<div class=${held.isStale.value ? 'stale' : ''}>
    ${paper.sentence ? html`<p class="sentence">${inDigits(paper.sentence)}</p>` : nothing}
    ${paper.empty ? html`<p class="empty">${inDigits(paper.empty)}</p>` : nothing} ${beside(value)}
    ${sections(paper.sections ?? [])}
    ${paper.source ? html`<p class="source">${t('source')} ${paper.source}</p>` : nothing}
  </div>`;
}

export function sections(all: readonly Section[]): TemplateResult[] {
  const captions = captionsOf(all);
  return all.map(
    (s, i) => html`<section class="part" id=${s.id ?? nothing}>
      ${s.title ? html`<h2>${inDigits(s.title)}</h2>` : nothing}
      ${s.note ? html`<p class="sub">${inDigits(s.note)}</p>` : nothing}
      ${[...(s.layout ? [s.layout] : []), ...(s.layouts ?? [])].map(
        (layout) => html`<tonle-chart .layout=${layout}></tonle-chart>`,
      )}
      ${s.table ? dataTable(s.table, captions[i]!) : nothing}
    </section>`,
  );
}

/** What each section's table is called: without a title it continues the one before. */
export function captionsOf(all: readonly { readonly title?: string }[]): string[] {
  let title = '';
  let number = 1;
  return all.map((section) => {
    if (section.title) {
      title = section.title;
      number = 1;
      return title;
    }
    number++;
    return `${title} (${number})`.trim();
  });
}
