import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { paperOf } from '../parts/paper.js';
import { viewTabs } from '../parts/season-tabs.js';
import { address, linkTo } from '../state/address.js';
import { chosen } from '../state/picture.js';
import { judgedPath, viewPath } from '../state/paths.js';
import { now, riverMap } from '../state/study.js';
import { placeName, told } from '../state/tell.js';
import { t } from '../words/words.js';
import { causesPaper, type Causes } from './causes.js';
import '../chart/chart-figure.js';

/** Cause: who causes the water of one place; the parts add up, and the sum is printed. */
@customElement('tonle-cause-page')
export class CausePage extends PageElement {
  protected override render(): TemplateResult {
    const id = address.value.page[1] ?? address.value.at ?? worst();
    return html`<article class="paper">
      <h1>${t('title.cause')}</h1>
      ${viewTabs()} ${id ? this.of(id) : html`<p class="empty">${t('cause.choose')}</p>`}
    </article>`;
  }

  private of(id: string): TemplateResult {
    const place = riverMap.value?.places.findIndex((p) => p.id === id) ?? -1;
    const shown = chosen.value ?? (place >= 0 ? place : undefined);
    return html`<h2>
        <a href=${linkTo(['place', id], { at: id })}>${place >= 0 ? placeName(place) : id}</a>
      </h2>
      ${shown === undefined ? nothing : html`<p class="sub">${told(shown)?.value}</p>`}
      <tonle-chart path=${judgedPath('charts/causes', { at: id })}></tonle-chart>
      ${paperOf<Causes>(viewPath(`causes/${encodeURIComponent(id)}`), causesPaper)}
      <h2>${t('cause.others')}</h2>
      <ul class="links">
        ${worstPlaces(12).map(
          (i) => html`<li>
            <a href=${linkTo(['cause', riverMap.value!.places[i]!.id], { at: riverMap.value!.places[i]!.id })}
              >${placeName(i)}</a
            >
            <span class="sub">${told(i)?.value} · ${told(i)?.chanceWords}</span>
          </li>`,
        )}
      </ul>`;
  }
}

function worst(): string | undefined {
  const place = worstPlaces(1)[0];
  return place === undefined ? undefined : riverMap.value?.places[place]?.id;
}

/** Places whose water breaks its limit most surely in the season shown. */
function worstPlaces(most: number): number[] {
  if (!now.value) return [];
  return (riverMap.value?.places ?? [])
    .map((place, i) => ({ i, chance: place.kind === 'node' ? -1 : (told(i)?.chance ?? 0) }))
    .sort((a, b) => b.chance - a.chance)
    .slice(0, most)
    .filter(({ chance }) => chance > 0)
    .map(({ i }) => i);
}
