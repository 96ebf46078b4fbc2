import { html, nothing, type TemplateResult } from 'lit';
import type { ChartTable } from '../chart/layout.js';
import { linkTo } from '../state/address.js';
import { riverMap } from '../state/study.js';

export interface LinkedTable extends ChartTable {
  /** Ids of places that cells lead to. */
  readonly links?: readonly (readonly (string | null)[] | null)[];
}

/** Table with heads; columns whose head begins with "#" hold numbers and stand at the right. */
export function dataTable(table: LinkedTable, caption: string): TemplateResult {
  const isNumber = table.heads.map((head) => head.startsWith('#'));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="aloud">${caption}</caption>
      <thead>
        <tr>
          ${table.heads.map(
            (head, i) => html`<th scope="col" class=${isNumber[i] ? 'n' : nothing}>${head.replace(/^#/, '')}</th>`,
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
  return isPlace ? html`<a href=${linkTo(['place', place], { at: place })}>${cell}</a>` : cell;
}
