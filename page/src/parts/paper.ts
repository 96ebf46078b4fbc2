import { html, nothing, type TemplateResult } from 'lit';
import type { Layout } from '../chart/layout.js';
import { hold } from '../api/client.js';
import { t } from '../words/words.js';
import { dataTable, type LinkedTable } from './data-table.js';
import { onTheWay, wentWrong } from './says.js';
import '../chart/chart-figure.js';

/** A page as the server tells it: one sentence, then pictures and tables, then where it is from. */
export interface Paper {
  readonly title?: string;
  readonly subtitle?: string;
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

/** Reads a paper from the server and shows it; `beside` gets it for what else a page shows. */
export function paper<T extends Paper>(
  path: string,
  beside: (paper: T) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult {
  const held = hold<T>(path);
  const value = held.value.value;
  if (!value) {
    return html`${held.error.value ? wentWrong(held.error.value, () => held.renew()) : onTheWay()}`;
  }
  return html`<div class=${held.isStale.value ? 'stale' : ''}>
    ${value.sentence ? html`<p class="sentence">${value.sentence}</p>` : nothing}
    ${value.empty ? html`<p class="empty">${value.empty}</p>` : nothing} ${beside(value)}
    ${sections(value.sections ?? [])}
    ${value.source ? html`<p class="source">${t('source')} ${value.source}</p>` : nothing}
  </div>`;
}

export function sections(all: readonly Section[]): TemplateResult[] {
  return all.map(
    (s) => html`<section class="part" id=${s.id ?? nothing}>
      ${s.title ? html`<h2>${s.title}</h2>` : nothing}
      ${s.note ? html`<p class="sub">${s.note}</p>` : nothing}
      ${[...(s.layout ? [s.layout] : []), ...(s.layouts ?? [])].map(
        (layout) => html`<tonle-chart .layout=${layout}></tonle-chart>`,
      )}
      ${s.table ? dataTable(s.table, s.title ?? '') : nothing}
    </section>`,
  );
}
