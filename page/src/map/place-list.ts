import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { listIsOpen } from '../parts/keys.js';
import { address, linkTo } from '../state/address.js';
import { now, riverMap } from '../state/study.js';
import { told } from '../state/tell.js';
import { paints } from '../state/picture.js';
import { t } from '../words/words.js';

/** List twin of the map: the same places, values and actions as a table, worst first. */
@customElement('tonle-place-list')
export class PlaceList extends PageElement {
  @state() private onlyBreach = false;

  protected override render(): TemplateResult {
    const places = riverMap.value?.places ?? [];
    const rows = now.value
      ? places
          .map((place, i) => ({ place, i, told: told(i)! }))
          .filter(({ place, told }) => place.kind !== 'node' && (!this.onlyBreach || told.isBreach))
          .sort((a, b) => b.told.chance - a.told.chance || b.told.rank - a.told.rank)
      : [];
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
                    <circle cx="5" cy="5" r="4.5" fill=${paints.value?.[i]?.colour ?? 'none'} />
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
}
