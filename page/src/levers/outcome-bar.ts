import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { listIsOpen } from '../parts/keys.js';
import { live } from '../state/live.js';
import { isMoved } from '../state/levers.js';
import { isWaiting } from '../state/line.js';
import { seasonCount } from '../state/picture.js';
import { breaks } from '../map/paint.js';
import { before, now, riverMap, study } from '../state/study.js';
import type { Standing } from '../state/standing.js';
import { count, figure } from '../words/figures.js';
import { t } from '../words/words.js';

/** Bar of what came of the levers: baseline → now, always in view. */
@customElement('tonle-outcome-bar')
export class OutcomeBar extends PageElement {
  protected override render(): TemplateResult {
    const outcomes = live.value?.outcomes;
    const was = tally(before.value);
    const is = tally(now.value);
    return html`<section class="outcome" aria-label=${t('outcome')}>
      <h3>${t('outcome.title')}</h3>
      <div class="outcome-row">
        <button type="button" @click=${() => (listIsOpen.value = true)}>
          <span>${t('outcome.breaches')}</span>
          ${pair(count(was.places), count(is.places))}
        </button>
        <button type="button" @click=${() => (listIsOpen.value = true)}>
          <span>${t('outcome.km')}</span>
          ${pair(count(was.km), count(is.km))}
        </button>
        <div>
          <span>${t('outcome.toCut')}</span>
          ${this.toCut()}
        </div>
        <div>
          <span>${t('outcome.cost')}</span>
          ${isMoved.value
            ? outcomes?.cost === null || outcomes?.cost === undefined
              ? html`<b class="unknown-cost">${t('outcome.noCost')}</b>`
              : html`<b>${figure(outcomes.cost, 3)}</b>`
            : html`<b>–</b>`}
        </div>
      </div>
    </section>`;
  }

  /** The load to cut is worked out on release; until then the figure shown is from before. */
  private toCut(): TemplateResult {
    const outcomes = live.value?.outcomes;
    const was = outcomes?.toCutBefore_t_per_a;
    const is = outcomes?.toCutAfter_t_per_a;
    if (was === undefined || was === null) return html`<b>–</b>`;
    const isStale = isWaiting.value || !live.value?.isSettled;
    return html`<span class=${isStale ? 'stale' : ''}>${pair(figure(was), figure(is))}</span>
      ${isStale ? html`<span class="sub">${t('stale')}</span>` : nothing}`;
  }
}

function pair(was: string, is: string): TemplateResult {
  return html`<span class="pair"
    ><span class="was">${was}</span><span class="to" aria-hidden="true"> → </span><b>${is}</b></span
  >`;
}

/** Places and river length in breach in any season. */
function tally(standing: Standing | undefined): { places: number; km: number } {
  const places = riverMap.value?.places ?? [];
  const seasons = seasonCount.value;
  const confidence = study.value?.confidence ?? 0.9;
  let found = 0;
  let km = 0;
  places.forEach((place, i) => {
    let isBreach = false;
    for (let s = 0; s < seasons; s++) {
      isBreach ||= standing !== undefined && breaks(standing, i * seasons + s, confidence);
    }
    if (isBreach) {
      found++;
      km += place.length_km ?? 0;
    }
  });
  return { places: found, km };
}
