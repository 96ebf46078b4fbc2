import { coloursOf, type Palette } from '../look/palette.js';
import type { Paint } from './paint.js';

/**
 * Word of a place: all that its drawing needs, in 32 bits, so that a whole network is recoloured by
 * one typed array and two pictures are compared by numbers.
 *
 * Bits 0–7 number the colour among those of the palette, 8–15 hold the width in tenths of a pixel,
 * 16–22 the signs beside colour and width.
 */
export const WIDTH_SHIFT = 8;
export const WIDTH_STEPS_PER_PX = 10;
const WIDEST = 255;

export const BREACH = 1 << 16;
export const UNSURE = 1 << 17;
export const WORSE = 1 << 18;
export const DRY = 1 << 19;
/** Not upstream of the chosen place. */
export const FADED = 1 << 20;
/** The water runs against the line. */
export const BACK = 1 << 21;
/** No water runs, or none is known: no chevrons. */
export const STILL = 1 << 22;

export function pack(colour: number, width_px: number, signs: number): number {
  const width = Math.min(WIDEST, Math.round(width_px * WIDTH_STEPS_PER_PX));
  return (colour | (width << WIDTH_SHIFT) | signs) >>> 0;
}

/** The word with a line no thinner than this. */
export function atLeastAsWide(word: number, width_px: number): number {
  const width = Math.round(width_px * WIDTH_STEPS_PER_PX);
  if (((word >> WIDTH_SHIFT) & WIDEST) >= width) return word;
  return (word & ~(WIDEST << WIDTH_SHIFT)) | (width << WIDTH_SHIFT);
}

export function unpack(word: number, palette: Palette): Paint {
  const has = (sign: number): 0 | 1 => ((word & sign) === 0 ? 0 : 1);
  return {
    colour: coloursOf(palette)[word & 255] ?? palette.unknown,
    width: ((word >> WIDTH_SHIFT) & 255) / WIDTH_STEPS_PER_PX,
    breach: has(BREACH),
    unsure: has(UNSURE),
    worse: has(WORSE),
    dry: has(DRY),
    faded: has(FADED),
  };
}

/** The words with all places faded but those kept bright. */
export function fade(words: Uint32Array, kept: ReadonlySet<number> | undefined): Uint32Array {
  if (!kept) return words;
  return words.map((word, place) => (kept.has(place) ? word : word | FADED));
}
