import type { RiverMap } from '../../api/types.js';
import type { Palette } from '../../look/palette.js';
import type { Language } from '../../state/address.js';

/** Drawing of the rivers on a map: by MapLibre's line layers, or by a layer of our own. */
export interface RiverDrawing {
  /** Takes the geometry of a study. */
  ground(map: RiverMap, lang: Language): void;
  /** Turns with the season. */
  flow(map: RiverMap, season: number, seasons: number): void;
  theme(palette: Palette): void;
  /** Draws a word for each place; returns how many reaches look different from before. */
  paint(words: Uint32Array): number;
  /** Place of the reach at a point of the canvas, in pixels. */
  at(point: { readonly x: number; readonly y: number }): number | undefined;
}
