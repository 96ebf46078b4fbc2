import { computed, effect } from '@preact/signals-core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hold, withQuery } from '../api/client.js';
import type { Water } from '../api/types.js';
import { palette } from '../look/theme.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { address, language } from '../state/address.js';
import { scale, seasonCount } from '../state/picture.js';
import { isReady, oneConstituent, riverMap, seasonIndex, standard, statistic } from '../state/study.js';
import { scenarioName } from '../levers/scenario-choice.js';
import { standing } from '../state/standing.js';
import { t } from '../words/words.js';
import { paintAll } from './paint.js';
import { RiverCanvas } from './river-canvas.js';

const PADDING = { left: 30, right: 30, top: 30, bottom: 30 };

function waterOf(scenario: string | undefined): Water | undefined {
  if (!isReady.value) return undefined;
  const path = withQuery('water', {
    c: oneConstituent.value?.id,
    std: standard.value?.id,
    sc: scenario,
  });
  return hold<Water>(path).value.value;
}

/** How two maps are set against each other. */
export const WAYS = ['swipe', 'beside', 'difference'] as const;
export type Way = (typeof WAYS)[number];

/** Two maps of one camera and one set of breaks, with a line to pull between them or side by side. */
@customElement('tonle-swipe-map')
export class SwipeMap extends PageElement {
  @property({ attribute: false }) how: Way = 'swipe';
  @state() private at = 50;
  private stops: (() => void)[] = [];
  private maps: RiverCanvas[] = [];

  protected override firstUpdated(_: PropertyValues): void {
    const ignore = { hover: () => {}, choose: () => {} };
    const canvases = [...this.querySelectorAll<HTMLElement>('.canvas')];
    this.maps = canvases.map(
      (container, i) =>
        new RiverCanvas(container, palette.peek(), {
          ...ignore,
          moved: (lon, lat, zoom) => this.maps[1 - i]?.show(lon, lat, zoom),
        }),
    );
    this.maps.forEach((map, i) => this.follow(map, i === 0));
  }

  private follow(map: RiverCanvas, isFirst: boolean): void {
    const picture = computed(() => {
      const water = waterOf(isFirst ? address.value.vs : address.value.sc);
      const other = waterOf(address.value.vs);
      const ground = riverMap.value;
      if (!water || !ground) return undefined;
      const shown = !isFirst && this.how === 'difference' ? ('change' as const) : ('class' as const);
      const compared = other && standing(other, statistic.value, undefined);
      const now = standing(water, statistic.value, undefined);
      return paintAll(now, ground, seasonIndex.value, seasonCount.value, {
        ...scale.value,
        shown,
        compared,
      });
    });
    this.stops.push(
      effect(() => void map.theme(palette.value)),
      effect(() => {
        if (!riverMap.value) return;
        void map.ground(riverMap.value, language.value);
        map.fit(riverMap.value.bounds, PADDING);
      }),
      effect(() => {
        if (picture.value) void map.paint(picture.value);
      }),
    );
  }

  protected override updated(changed: PropertyValues): void {
    // The way is a property of this element, not a signal: paint anew when it turns.
    if (changed.has('how') && this.maps.length) {
      this.maps.forEach((map) => map.resize());
      this.stops.forEach((stop) => stop());
      this.stops = [];
      this.maps.forEach((map, i) => this.follow(map, i === 0));
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stops.forEach((stop) => stop());
    this.maps.forEach((map) => map.remove());
  }

  protected override render(): TemplateResult {
    const isBeside = this.how === 'beside';
    const { vs, sc } = address.value;
    return html`<div class="swipe ${isBeside ? 'beside' : ''}" ${css({ '--at': `${this.at}%` })}>
        <div class="half-map"><div class="canvas"></div><b>${scenarioName(vs)}</b></div>
        <div class="half-map over"><div class="canvas"></div><b>${scenarioName(sc)}</b></div>
        <div class="handle" aria-hidden="true" ?hidden=${isBeside}></div>
      </div>
      <label class="swipe-range" ?hidden=${isBeside}
        >${t('compare.pull')}
        <input
          type="range"
          min="0"
          max="100"
          .value=${String(this.at)}
          @input=${(e: Event) => (this.at = Number((e.target as HTMLInputElement).value))}
      /></label>`;
  }
}
