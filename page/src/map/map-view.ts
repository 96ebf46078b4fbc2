import { effect } from '@preact/signals-core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { palette } from '../look/theme.js';
import { PageElement } from '../parts/element.js';
import { address, go, language } from '../state/address.js';
import { chosen, keptBright, paints, seasonCount } from '../state/picture.js';
import { riverMap, season, seasonIndex } from '../state/study.js';
import { nameIn, t } from '../words/words.js';
import { backwardTags } from './backward-tags.js';
import { placeTip } from './place-tip.js';
import { RiverCanvas, type Padding } from './river-canvas.js';

const TIP_AFTER_MS = 120;

/** Map of the study: it follows the state of the page, and writes what a reader does to it. */
@customElement('tonle-map')
export class MapView extends PageElement {
  /** Room that bars take from the map, in pixels. */
  @property({ attribute: false }) padding: Padding = { left: 24, right: 24, top: 24, bottom: 24 };
  @state() private tip: { place: number; x: number; y: number } | undefined;
  @state() private isBroken = false;
  private canvas: RiverCanvas | undefined;
  private stops: (() => void)[] = [];
  private tipTimer: ReturnType<typeof setTimeout> | undefined;

  protected override firstUpdated(_: PropertyValues): void {
    const container = this.querySelector<HTMLElement>('.canvas')!;
    try {
      this.canvas = new RiverCanvas(container, palette.peek(), {
        hover: (place, x, y) => this.hover(place, x, y),
        choose: (place) => open(place),
        moved: (lon, lat, zoom) =>
          go({ z: `${lon.toFixed(3)},${lat.toFixed(3)},${zoom.toFixed(2)}` }, 'replace'),
      });
      this.follow(this.canvas);
    } catch {
      // No WebGL on this machine: the list twin tells the same.
      this.isBroken = true;
    }
    new ResizeObserver(() => this.canvas?.resize()).observe(container);
  }

  private follow(canvas: RiverCanvas): void {
    let isFitted = false;
    this.stops = [
      effect(() => void canvas.theme(palette.value)),
      effect(() => {
        const map = riverMap.value;
        if (!map) return;
        void canvas.ground(map, language.value);
        if (!isFitted) this.start(canvas);
        isFitted = true;
      }),
      effect(() => {
        const map = riverMap.value;
        if (map) void canvas.flow(map, seasonIndex.value, seasonCount.value);
      }),
      effect(() => {
        if (paints.value) void canvas.paint(paints.value, keptBright.value);
      }),
      effect(() => {
        const map = riverMap.value;
        if (!map) return;
        void canvas.choose(map, chosen.value);
        void canvas.tag(backwardTags(map, seasonIndex.value, seasonCount.value));
      }),
      effect(() => {
        canvas.describe(t('map.described', { season: nameIn(season.value?.names) }));
      }),
    ];
  }

  /** The camera of the address, or the whole study. */
  private start(canvas: RiverCanvas): void {
    const [lon, lat, zoom] = (address.peek().z ?? '').split(',').map(Number);
    if (lon !== undefined && lat !== undefined && zoom) canvas.show(lon, lat, zoom);
    else canvas.fit(riverMap.peek()!.bounds, this.padding);
    const place = chosen.peek();
    if (place !== undefined && !address.peek().z) this.showPlace(place);
  }

  /** Shows a place with what is near it. */
  showPlace(place: number): void {
    const points = riverMap.peek()?.places[place]?.line ?? [];
    if (!points.length) return;
    const lons = points.map((p) => p[0]);
    const lats = points.map((p) => p[1]);
    const around = 0.25;
    this.canvas?.fit(
      [
        Math.min(...lons) - around,
        Math.min(...lats) - around,
        Math.max(...lons) + around,
        Math.max(...lats) + around,
      ],
      this.padding,
    );
  }

  showAll(): void {
    go({ z: undefined }, 'replace');
    if (riverMap.value) this.canvas?.fit(riverMap.value.bounds, this.padding, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stops.forEach((stop) => stop());
    this.canvas?.remove();
    this.canvas = undefined;
  }

  private hover(place: number | undefined, x: number, y: number): void {
    clearTimeout(this.tipTimer);
    if (place === undefined) {
      this.tip = undefined;
      return;
    }
    this.tipTimer = setTimeout(() => (this.tip = { place, x, y }), this.tip ? 0 : TIP_AFTER_MS);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="canvas"></div>
      ${this.isBroken ? html`<div class="band" role="status">${t('map.noGraphics')}</div>` : nothing}
      ${this.tip ? placeTip(this.tip.place, this.tip.x, this.tip.y) : nothing}
      <div class="zoom" role="group" aria-label=${t('map.camera')}>
        <button type="button" aria-label=${t('map.closer')} @click=${() => this.canvas?.zoomBy(1)}>+</button>
        <button type="button" aria-label=${t('map.farther')} @click=${() => this.canvas?.zoomBy(-1)}>−</button>
        <button type="button" @click=${() => this.showAll()}>${t('map.all')}</button>
      </div>
      <div class="north" aria-hidden="true"><svg viewBox="0 0 20 26"><path d="M10 2l7 20-7-5-7 5z" /></svg>${t('map.north')}</div>
    `;
  }
}

/** Opens a place: the first click chooses it, and its panel opens. */
export function open(place: number): void {
  const id = riverMap.peek()?.places[place]?.id;
  if (id) go({ at: id, page: ['place', id] });
}
