import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { listIsOpen } from '../parts/keys.js';
import { address, linkTo } from '../state/address.js';
import type { Place } from '../api/types.js';
import type { Standing } from '../state/standing.js';
import { now, riverMap, seasonIndex, study } from '../state/study.js';
import { told } from '../state/tell.js';
import { colourOf, seasonCount } from '../state/picture.js';
import { count } from '../words/figures.js';
import { breaks } from './paint.js';
import { t } from '../words/words.js';

/** More rows than a person reads, or a browser lays out in a moment. */
const MOST_ROWS = 1000;

/** List twin of the map: the same places, values and actions as a table, worst first. */
@customElement('tonle-place-list')
export class PlaceList extends PageElement {
  @state() private onlyBreach = false;

  protected override render(): TemplateResult {
    const places = riverMap.value?.places ?? [];
    const found = this.worstFirst(places, now.value);
    const rows = found
      .slice(0, MOST_ROWS)
      .map((i) => ({ place: places[i]!, i, told: told(i)! }));
    return html`<section class="place-list" aria-label=${t('list.title')}>
      <header>
        <h2>${t('list.title')}</h2>
        <label class="tick">
          <input
            type="checkbox"
            .checked=${this.onlyBreach}
            @change=${() => (this.onlyBreach = !this.onlyBreach)}
          />
          ${t('list.breachOnly')}
        </label>
        <button type="button" class="close" @click=${() => (listIsOpen.value = false)}>
          ${t('close')}
        </button>
      </header>
      ${found.length > rows.length
        ? html`<p class="sub">${t('list.most', { count: count(rows.length), all: count(found.length) })}</p>`
        : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${t('list.title')}>
        <table>
          <thead>
            <tr>
              <th>${t('list.place')}</th>
              <th class="n">${t('list.value')}</th>
              <th>${t('list.class')}</th>
              <th class="n">${t('list.chance')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ place, i, told }) => html`<tr
                aria-current=${place.id === address.value.at ? 'true' : 'false'}
              >
                <td>
                  <a href=${linkTo(['place', place.id], { at: place.id })}>${told.name}</a>
                </td>
                <td class="n">${told.value}</td>
                <td>
                  <svg class="dot" viewBox="0 0 10 10" aria-hidden="true">
                    <circle cx="5" cy="5" r="4.5" fill=${colourOf(i) ?? 'none'} />
                  </svg>
                  ${told.className}
                </td>
                <td class="n">${told.chanceWords}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  /** Numbers of the places, the most often broken first. */
  private worstFirst(places: readonly Place[], water: Standing | undefined): number[] {
    if (!water) return [];
    const at = (place: number) => place * seasonCount.value + seasonIndex.value;
    const confidence = study.value?.confidence ?? 0.9;
    return places
      .map((_, i) => i)
      .filter((i) => places[i]!.kind !== 'node')
      .filter((i) => !this.onlyBreach || breaks(water, at(i), confidence))
      .sort((a, b) => size(water.chanceOver[at(b)]) - size(water.chanceOver[at(a)])
        || size(water.classRank[at(b)]) - size(water.classRank[at(a)]));
  }
}

function size(value: number | null | undefined): number {
  return value || 0;
}
