import { html, nothing, type TemplateResult } from 'lit';
import type { ChartTable } from '../chart/layout.js';
import { linkTo } from '../state/address.js';
import { riverMap } from '../state/study.js';
import { inDigits } from '../words/digits.js';

export interface LinkedTable extends ChartTable {
  /** Ids of places that cells lead to. */
  readonly links?: readonly (readonly (string | null)[] | null)[];
}

/**
 * Table with heads; columns whose head begins with "#" hold numbers and stand at the right. A column
 * without a word in it is left out.
 */
export function dataTable(whole: LinkedTable, caption: string): TemplateResult {
  const table = withoutEmpty(whole);
  const isNumber = table.heads.map((head) => head.startsWith('#'));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="aloud">${caption}</caption>
      <thead>
        <tr>
          ${table.heads.map(
            (head, i) => html`<th scope="col" class=${isNumber[i] ? 'n' : nothing}>${inDigits(head.replace(/^#/, ''))}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          (row, r) => html`<tr>
            ${row.map(
              (cell, i) => html`<td class=${isNumber[i] ? 'n' : nothing}>
                ${linked(cell, table.links?.[r]?.[i])}
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function linked(cell: string, place: string | null | undefined): TemplateResult | string {
  const isPlace = place && riverMap.value?.places.some((p) => p.id === place);
  const words = inDigits(cell);
  return isPlace ? html`<a href=${linkTo(['place', place], { at: place })}>${words}</a>` : words;
}

/** The table without the columns in which no row says anything. */
export function withoutEmpty(table: LinkedTable): LinkedTable {
  const says = table.heads.map((_, i) => !table.rows.length || table.rows.some((row) => row[i]));
  if (says.every(Boolean)) return table;
  const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => says[i]);
  return {
    heads: kept(table.heads),
    rows: table.rows.map(kept),
    ...(table.links ? { links: table.links.map((row) => row && kept(row)) } : {}),
  };
}
