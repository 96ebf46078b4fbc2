import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { listIsOpen } from '../parts/keys.js';
import { live, settled } from '../state/live.js';
import { isMoved } from '../state/levers.js';
import { isWaiting } from '../state/line.js';
import { seasonCount } from '../state/picture.js';
import { breaks } from '../map/paint.js';
import { before, constituent, now, riverMap, study } from '../state/study.js';
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
          ${pair(count(was.breaches), count(is.breaches))}
        </button>
        <button type="button" @click=${() => (listIsOpen.value = true)}>
          <span>${t('outcome.km')}</span>
          ${pair(count(was.km), count(is.km))}
        </button>
        <div>
          <span>${t('outcome.toCut', { unit: constituent.value?.isBacteria ? '10¹²/a' : 't/a' })}</span>
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
    const { toCutBefore_t_per_a: was, toCutAfter_t_per_a: is, n } = settled.value ?? {};
    if (typeof was !== 'number' || typeof is !== 'number') return html`<b>–</b>`;
    const isStale = isWaiting.value || n !== live.value?.n;
    return html`<span class=${isStale ? 'stale' : ''}>${pair(figure(was), figure(is))}</span>
      ${isStale ? html`<span class="sub">${t('stale')}</span>` : nothing}`;
  }
}

function pair(was: string, is: string): TemplateResult {
  return html`<span class="pair"
    ><span class="was">${was}</span><span class="to" aria-hidden="true"> → </span><b>${is}</b></span
  >`;
}

/** Breaches of all seasons, and the length of the rivers that have one. */
function tally(standing: Standing | undefined): { breaches: number; km: number } {
  const seasons = seasonCount.value;
  const confidence = study.value?.confidence ?? 0.9;
  let all = 0;
  let km = 0;
  riverMap.value?.places.forEach((place, i) => {
    let here = 0;
    for (let s = 0; s < seasons; s++) {
      if (standing && breaks(standing, i * seasons + s, confidence)) here++;
    }
    all += place.kind === 'node' ? 0 : here;
    km += here > 0 ? (place.length_km ?? 0) : 0;
  });
  return { breaches: all, km };
}
