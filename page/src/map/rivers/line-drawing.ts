import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { RiverMap } from '../../api/types.js';
import type { Palette } from '../../look/palette.js';
import type { Language } from '../../state/address.js';
import * as geometry from '../geometry.js';
import { unpack } from '../word.js';
import type { RiverDrawing } from './drawing.js';

/**
 * Rivers as MapLibre's line layers, which take their looks by feature state: right for a study of
 * a few thousand reaches.
 */
export class LineDrawing implements RiverDrawing {
  private painted: Uint32Array = new Uint32Array();
  private reaches: readonly number[] = [];

  constructor(
    private readonly map: MapLibre,
    private palette: Palette,
  ) {}

  ground(map: RiverMap, lang: Language): void {
    const lines = geometry.reachLines(map, lang);
    this.reaches = lines.features.map((feature) => feature.id as number);
    this.source('reaches').setData(lines);
  }

  flow(map: RiverMap, season: number, seasons: number): void {
    this.source('flow').setData(geometry.flowLines(map, season, seasons));
  }

  theme(palette: Palette): void {
    this.palette = palette;
    const words = this.painted;
    this.painted = new Uint32Array();
    this.paint(words);
  }

  paint(words: Uint32Array): number {
    let count = 0;
    for (const id of this.reaches) {
      const word = words[id];
      if (word === undefined || word === this.painted[id]) continue;
      this.map.setFeatureState({ source: 'reaches', id }, { ...unpack(word, this.palette) });
      count++;
    }
    this.painted = words;
    return count;
  }

  at(point: { readonly x: number; readonly y: number }): number | undefined {
    const found = this.map.queryRenderedFeatures([point.x, point.y], { layers: ['reach-hit'] });
    return found[0]?.id as number | undefined;
  }

  private source(name: string): GeoJSONSource {
    return this.map.getSource(name) as GeoJSONSource;
  }
}
