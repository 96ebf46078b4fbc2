import {
  Map as MapLibre,
  Marker,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
} from 'maplibre-gl';
import khmer from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2';
import type { RiverMap } from '../api/types.js';
import type { Palette } from '../look/palette.js';
import type { Language } from '../state/address.js';
import * as geometry from './geometry.js';
import type { RiverDrawing } from './rivers/drawing.js';
import { LineDrawing } from './rivers/line-drawing.js';
import { RiverLayer } from './rivers/river-layer.js';
import { RIVER_LAYERS, style } from './style.js';
import { fade, unpack } from './word.js';

const FONTS = {
  latin: new URL(latin, location.href).href,
  khmer: new URL(khmer, location.href).href,
};

/** What a map tells the page. */
export interface Listener {
  hover(place: number | undefined, x: number, y: number): void;
  choose(place: number): void;
  moved(longitude: number, latitude: number, zoom: number): void;
}

/** A word that stands on the map, at the middle of a reach. */
export interface Tag {
  readonly at: [number, number];
  readonly words: string;
}

/** From so many places on, line layers take too long to recolour. */
const MANY_PLACES = 5000;

/**
 * Map on a canvas: it draws what it is given and holds no state of the study. The rivers of a study
 * of tens of thousands of reaches are drawn by a layer of our own, where the machine can; nothing
 * else differs.
 */
export class RiverCanvas {
  private readonly map: MapLibre;
  private readonly ready: Promise<void>;
  private rivers: RiverDrawing;
  private words: Uint32Array = new Uint32Array();
  private lakes: readonly number[] = [];
  private tags: Marker[] = [];
  private hovered: number | undefined;
  private isGone = false;

  constructor(
    container: HTMLElement,
    private palette: Palette,
    private readonly listener: Listener,
    private readonly manyPlaces = MANY_PLACES,
  ) {
    const worker = document.querySelector<HTMLMetaElement>('meta[name=map-worker]')?.content;
    // Without a worker of our own the map stays silently empty: the page's rules forbid blobs.
    setWorkerUrl(new URL(worker ?? '/map-worker.js', location.href).href);
    this.map = new MapLibre({
      container,
      style: style(palette, FONTS),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      maxZoom: 13,
      minZoom: 3,
      keyboard: true,
    });
    this.rivers = new LineDrawing(this.map, palette);
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');
    this.map.getCanvas().setAttribute('aria-label', '');
    this.ready = new Promise((done) => this.map.once('load', () => done()));
    void this.isThere().then((is) => is && this.map.addImage('chevron', chevron(), { pixelRatio: 2 }));
    this.listen();
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.unprint);
  }

  /** Says what the map is to readers who cannot see it. */
  describe(words: string): void {
    this.map.getCanvas().setAttribute('aria-label', words);
  }

  async theme(palette: Palette): Promise<void> {
    if (!(await this.isThere())) return;
    for (const layer of style(palette, FONTS).layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        this.map.setPaintProperty(layer.id, name as never, value as never);
      }
    }
    this.palette = palette;
    this.rivers.theme(palette);
    this.paintLakes();
  }

  async ground(map: RiverMap, lang: Language): Promise<void> {
    if (!(await this.isThere())) return;
    this.source('neighbours', geometry.rings(map.neighbours));
    this.source('land', geometry.rings(map.land));
    this.source('provinces', geometry.areas(map.provinces));
    this.source('countries', geometry.countries(map.provinces, lang));
    this.source('lakes', geometry.lakeAreas(map));
    this.lakes = map.places.flatMap((place, id) => (place.rings?.length ? [id] : []));
    if (map.places.length >= this.manyPlaces) this.drawMany(map, lang);
    this.rivers.ground(map, lang);
    this.rivers.paint(this.words);
    this.source('towns', geometry.points(map.towns, lang));
    this.source('sites', geometry.points([...map.plants, ...map.factories], lang));
    const sea = map.hasSea === false ? 'neighbours' : 'sea';
    this.map.setLayoutProperty('neighbours', 'visibility', sea === 'sea' ? 'visible' : 'none');
  }

  async flow(map: RiverMap, season: number, seasons: number): Promise<void> {
    if (!(await this.isThere())) return;
    this.rivers.flow(map, season, seasons);
  }

  /** Paints a word for each place; returns how many reaches were drawn anew. */
  async paint(words: Uint32Array, kept?: ReadonlySet<number>): Promise<number> {
    if (!(await this.isThere())) return 0;
    const start = performance.now();
    this.words = fade(words, kept);
    const count = this.rivers.paint(this.words);
    this.paintLakes();
    performance.measure('recolour', { start });
    return count;
  }

  private paintLakes(): void {
    for (const id of this.lakes) {
      const word = this.words[id];
      if (word === undefined) continue;
      this.map.setFeatureState({ source: 'lakes', id }, { ...unpack(word, this.palette) });
    }
  }

  /** Turns to the layer of our own; where it cannot be drawn, the lines stay. */
  private drawMany(map: RiverMap, lang: Language): void {
    this.source('reaches', geometry.reachLines(map, lang, true));
    if (this.rivers instanceof RiverLayer) return;
    const layer = new RiverLayer(this.palette);
    this.map.addLayer(layer, 'ticks');
    if (layer.fault) {
      this.map.removeLayer(layer.id);
      return;
    }
    this.rivers = layer;
    for (const id of RIVER_LAYERS) this.map.setLayoutProperty(id, 'visibility', 'none');
  }

  async tag(tags: readonly Tag[]): Promise<void> {
    if (!(await this.isThere())) return;
    this.tags.forEach((tag) => tag.remove());
    this.tags = tags.map(({ at, words }) => {
      const element = document.createElement('div');
      element.className = 'map-tag';
      element.textContent = words;
      return new Marker({ element, anchor: 'left', offset: [12, 0] }).setLngLat(at).addTo(this.map);
    });
  }

  async choose(map: RiverMap, place: number | undefined): Promise<void> {
    if (!(await this.isThere())) return;
    const line = place === undefined ? undefined : map.places[place]?.line;
    this.source('chosen', {
      type: 'FeatureCollection',
      features: line
        ? [{
            type: 'Feature',
            properties: {},
            geometry: { type: 'LineString', coordinates: line.map((p) => [...p]) },
          }]
        : [],
    });
  }

  fit(bounds: readonly [number, number, number, number], padding: Padding, animate = false): void {
    this.map.resize();
    const [west, south, east, north] = bounds;
    const room = this.map.getContainer();
    // Padding that leaves no room is dropped: MapLibre would refuse to move at all.
    const narrow = padding.left + padding.right > room.clientWidth - 80;
    this.map.fitBounds([west, south, east, north], {
      padding: narrow ? 16 : { ...padding },
      animate,
    });
  }

  show(longitude: number, latitude: number, zoom: number): void {
    this.map.jumpTo({ center: [longitude, latitude], zoom });
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps);
  }

  resize(): void {
    this.map.resize();
  }

  /** Where a place stands on the canvas, in pixels. */
  project(at: [number, number]): { x: number; y: number } {
    return this.map.project(at);
  }

  remove(): void {
    this.isGone = true;
    this.unprint();
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.unprint);
    this.map.remove();
  }

  /** Paper shows no graphics buffer: a plain copy of the picture stands in while it is printed. */
  private readonly print = (): void => {
    this.map.redraw();
    const drawn = this.map.getCanvas();
    const copy = document.createElement('canvas');
    copy.className = 'print-copy';
    copy.width = drawn.width;
    copy.height = drawn.height;
    copy.getContext('2d')?.drawImage(drawn, 0, 0);
    this.map.getContainer().append(copy);
  };

  private readonly unprint = (): void => {
    this.map.getContainer().querySelector('.print-copy')?.remove();
  };

  /** Waits for the map; a page that was left meanwhile has none any more. */
  private async isThere(): Promise<boolean> {
    await this.ready;
    return !this.isGone;
  }

  private source(name: string, data: GeoJSON.GeoJSON): void {
    (this.map.getSource(name) as GeoJSONSource).setData(data);
  }

  private listen(): void {
    const placeAt = (event: MapMouseEvent): number | undefined => {
      if (!this.map.getLayer('lakes')) return undefined;
      const lakes = () => this.map.queryRenderedFeatures(event.point, { layers: ['lakes'] });
      return this.rivers.at(event.point) ?? (lakes()[0]?.id as number | undefined);
    };
    this.map.on('mousemove', (event) => {
      const place = placeAt(event);
      this.map.getCanvas().style.cursor = place === undefined ? '' : 'pointer';
      if (place === this.hovered && place === undefined) return;
      this.hovered = place;
      this.listener.hover(place, event.point.x, event.point.y);
    });
    this.map.on('mouseout', () => this.listener.hover(undefined, 0, 0));
    this.map.on('click', (event) => {
      const place = placeAt(event);
      if (place !== undefined) this.listener.choose(place);
    });
    this.map.on('moveend', (event) => {
      // Only what a person moved is worth an address.
      if (!('originalEvent' in event) || !event.originalEvent) return;
      const { lng, lat } = this.map.getCenter();
      this.listener.moved(lng, lat, this.map.getZoom());
    });
  }
}

export interface Padding {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A white chevron that points along its line. */
function chevron(): ImageData {
  const size = 20;
  const canvas = new OffscreenCanvas(size, size);
  const pen = canvas.getContext('2d')!;
  pen.strokeStyle = '#FFFFFF';
  pen.lineWidth = 3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(7, 4);
  pen.lineTo(13, 10);
  pen.lineTo(7, 16);
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}
