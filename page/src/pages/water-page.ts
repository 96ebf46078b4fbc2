import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { River } from '../api/types.js';
import { choice } from '../parts/choice.js';
import { PageElement } from '../parts/element.js';
import { viewTabs } from '../parts/season-tabs.js';
import { address, go, linkTo } from '../state/address.js';
import { ranks } from '../state/picture.js';
import { judgedPath } from '../state/paths.js';
import { now, riverMap } from '../state/study.js';
import { className, told } from '../state/tell.js';
import { classStep } from '../map/paint.js';
import { classColour } from '../look/palette.js';
import { palette } from '../look/theme.js';
import { count } from '../words/figures.js';
import { nameIn, t } from '../words/words.js';
import '../chart/chart-figure.js';

/** Water: rivers by the length of each class, and the long profile of one of them. */
@customElement('tonle-water-page')
export class WaterPage extends PageElement {
  protected override render(): TemplateResult {
    const rivers = [...(riverMap.value?.rivers ?? [])].sort((a, b) => length(b) - length(a));
    const isProfile = address.value.page[1] === 'profile';
    const chosen = rivers.find((r) => r.id === address.value.page[2]) ?? rivers[0];
    return html`<article class="paper">
      <h1>${t('title.water')}</h1>
      ${viewTabs()}
      ${chosen
        ? html`<div class="view-tabs">
              ${choice(
                t('water.river'),
                rivers.map((r) => ({ id: r.id, words: nameIn(r.names) || r.id })),
                chosen.id,
                (id) => go({ page: ['water', 'profile', id] }),
              )}
            </div>
            <tonle-chart path=${judgedPath('charts/profile', { at: chosen.id })}></tonle-chart>`
        : nothing}
      ${isProfile ? nothing : html`<h2>${t('water.rivers')}</h2>`}
      ${now.value ? this.list(rivers) : nothing}
    </article>`;
  }

  private list(rivers: readonly River[]): TemplateResult {
    return html`<table class="rivers">
      <caption class="aloud">${t('water.rivers')}</caption>
      <thead>
        <tr>
          <th>${t('water.river')}</th>
          <th class="n">km</th>
          <th>${t('water.byClass')}</th>
        </tr>
      </thead>
      <tbody>
        ${rivers.map(
          (river) => html`<tr>
            <td><a href=${linkTo(['water', 'profile', river.id])}>${nameIn(river.names) || river.id}</a></td>
            <td class="n">${count(length(river))}</td>
            <td>${bar(river)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

function length(river: River): number {
  return river.places.reduce((sum, i) => sum + (riverMap.value?.places[i]?.length_km ?? 0), 0);
}

/** Lengths of a river by class, as a bar whose parts are named. */
function bar(river: River): TemplateResult {
  const byClass = new Map<number, number>();
  for (const i of river.places) {
    const one = told(i);
    const rank = one && !one.cannotSay ? one.rank : 0;
    byClass.set(rank, (byClass.get(rank) ?? 0) + (riverMap.value?.places[i]?.length_km ?? 0));
  }
  const parts = [...byClass].filter(([, km]) => km > 0).sort(([a], [b]) => a - b);
  const all = length(river) || 1;
  const words = parts.map(([rank, km]) => `${rank ? className(rank) : t('legend.unknown')} ${count(km)} km`);
  let x = 0;
  return html`<svg class="class-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${parts.map(([rank, km]) => {
        const width = (100 * km) / all;
        const at = x;
        x += width;
        const colour = rank ? classColour(palette.value, classStep(rank, ranks.value), ranks.value.length) : palette.value.unknown;
        return svgRect(at, width, colour);
      })}
    </svg>
    <span class="sub">${words.join(' · ')}</span>`;
}

function svgRect(x: number, width: number, colour: string): TemplateResult<2> {
  return svg`<rect x=${x} y="0" width=${width} height="10" fill=${colour} />`;
}
