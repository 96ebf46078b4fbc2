import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { RiverMap, Season } from '../api/types.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { go } from '../state/address.js';
import { riverMap, season, study } from '../state/study.js';
import { placeName } from '../state/tell.js';
import { figure } from '../words/figures.js';
import { shortName } from '../parts/season-tabs.js';
import { nameIn, t, type Key } from '../words/words.js';

const WIDTH = 660;
const HEIGHT = 76;
const BASE = 0.62;
/** Of more seasons than this, names do not fit: their months stand alone. */
const MOST_NAMED = 6;

/**
 * Strip of the year: discharge by season above zero, and below it where the river runs backwards.
 * Clicking a season chooses it; the seasons are buttons, so that keys and readers reach them.
 */
@customElement('tonle-season-strip')
export class SeasonStrip extends PageElement {
  @state() private isPlaying = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private play(): void {
    this.isPlaying = !this.isPlaying;
    clearInterval(this.timer);
    if (!this.isPlaying) return;
    this.timer = setInterval(() => {
      const all = study.peek()?.seasons ?? [];
      const at = all.findIndex((s) => s.id === season.peek()?.id);
      const next = all[(at + 1) % all.length];
      if (next) go({ s: next.id }, 'replace');
    }, 1000);
  }

  protected override render(): TemplateResult | typeof nothing {
    const map = riverMap.value;
    const seasons = study.value?.seasons;
    if (!map || !seasons?.length) return nothing;
    const place = gauge(map, seasons.length);
    const flows = seasons.map((_, s) => flow(map, place, s, seasons.length));
    const turns = flows.some((f) => f < 0);
    return html`<section class="season-strip" aria-label=${t('seasons')}>
      <div class="strip-head">
        <b>${placeName(place)}</b>
        <span class="sub">m³/s${turns ? html` · ↑ ${t('strip.sea')} · ↓ ${t('strip.back')}` : nothing}</span>
        <button type="button" class="quiet" aria-pressed=${this.isPlaying} @click=${() => this.play()}>
          ${t(this.isPlaying ? 'strip.stop' : 'strip.play')}
        </button>
      </div>
      <div class="strip-body">
        ${area(seasons, flows, turns)}
        <div class="strip-seasons" role="group" aria-label=${t('seasons')}>
          ${seasons.map(
            (s, i) => html`<button
              type="button"
              title=${nameIn(s.names)}
              aria-pressed=${s.id === season.value?.id}
              ${css({ 'flex-grow': String(s.days) })}
              @click=${() => go({ s: s.id }, 'replace')}
            >
              ${seasons.length > MOST_NAMED
                ? html`<span class="aloud">${nameIn(s.names)}</span>
                    <span class="strip-months"><i>${initials(s) || i + 1}</i></span>`
                : html`<span class="strip-name">${shortName(s)}</span>
                    <span class="strip-months">${months(s).map((m) => html`<i>${m}</i>`)}</span>`}
              <span class="aloud">${figure(flows[i], 3)} m³/s</span>
            </button>`,
          )}
        </div>
      </div>
    </section>`;
  }
}

function months(of: Season): string[] {
  return (of.months ?? []).map((month) => t(`month.${month}` as Key));
}

/** First and last month of a season in a letter each; one letter for a month. */
function initials(of: Season): string {
  const all = months(of);
  return [...new Set([all[0], all.at(-1)])].filter(Boolean).join('–');
}

/** Discharge by season as steps whose width is the season's length. */
function area(seasons: readonly Season[], flows: readonly number[], turns: boolean): TemplateResult {
  const days = seasons.reduce((sum, s) => sum + s.days, 0);
  const most = Math.max(...flows.map(Math.abs), 1e-9);
  const zero = turns ? HEIGHT * BASE : HEIGHT - 4;
  let x = 0;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${seasons.map((s, i) => {
      const width = (WIDTH * s.days) / days;
      const flow = flows[i]!;
      const room = flow < 0 ? HEIGHT - zero - 4 : zero - 6;
      const height = Math.max(2, (room * Math.abs(flow)) / most);
      const bar = svg`<rect class=${flow < 0 ? 'back' : 'forth'} x=${x} width=${width}
        y=${flow < 0 ? zero : zero - height} height=${height} />`;
      x += width;
      return bar;
    })}
    <path class="zero" d="M0 ${zero}h${WIDTH}" />
  </svg>`;
}

/** The place whose year is shown: the largest river that turns, else the largest of all. */
function gauge(map: RiverMap, seasons: number): number {
  const size = (i: number) =>
    Math.max(...Array.from({ length: seasons }, (_, s) => Math.abs(map.discharge_m3_per_s[i * seasons + s] ?? 0)));
  const turning = map.places.flatMap((p, i) =>
    p.line && Array.from({ length: seasons }, (_, s) => map.runsBack[i * seasons + s]).includes(1) ? [i] : [],
  );
  const all = turning.length ? turning : map.places.map((_, i) => i);
  return all.reduce((best, i) => (size(i) > size(best) ? i : best), all[0] ?? 0);
}

function flow(map: RiverMap, place: number, s: number, seasons: number): number {
  const at = place * seasons + s;
  const size = Math.abs(map.discharge_m3_per_s[at] ?? 0);
  return map.runsBack[at] === 1 ? -size : size;
}
