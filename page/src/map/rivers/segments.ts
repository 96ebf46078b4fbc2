import type { RiverMap } from '../../api/types.js';

/** Figures of a segment: its two ends, the way from the reach's start to its first end, its reach. */
export const SEGMENT_FIGURES = 6;

/**
 * Segments of the reaches, ready for the graphics processor: per segment x, y of both ends, the
 * length of the reach up to it and the number of the place. Positions are of the Mercator square
 * (whole world = 1) from an origin within the study, which 32-bit floats hold to a thousandth of
 * a pixel.
 */
export interface Segments {
  readonly origin: readonly [x: number, y: number];
  readonly figures: Float32Array;
  readonly count: number;
}

export function mercator(longitude: number, latitude: number): [x: number, y: number] {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [0.5 + longitude / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function longitudeLatitude(x: number, y: number): [longitude: number, latitude: number] {
  const angle = 2 * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - Math.PI / 2;
  return [(x - 0.5) * 360, (angle * 180) / Math.PI];
}

/**
 * @param tolerance points nearer than this to the one before are left out, in parts of the world;
 *   the ends of a reach always stay
 */
export function segmentsOf(map: Pick<RiverMap, 'places' | 'bounds'>, tolerance: number): Segments {
  const [west, south, east, north] = map.bounds;
  const origin = mercator((west + east) / 2, (south + north) / 2);
  const figures: number[] = [];
  map.places.forEach((place, id) => {
    if (!place.line || place.line.length < 2) return;
    let before: [number, number] | undefined;
    let way = 0;
    place.line.forEach(([longitude, latitude], i) => {
      const [x, y] = mercator(longitude, latitude);
      const here: [number, number] = [x - origin[0], y - origin[1]];
      if (!before) {
        before = here;
        return;
      }
      const length = Math.hypot(here[0] - before[0], here[1] - before[1]);
      if (length < tolerance && i < place.line!.length - 1) return;
      figures.push(before[0], before[1], here[0], here[1], way, id);
      way += length;
      before = here;
    });
  });
  return { origin, figures: Float32Array.from(figures), count: figures.length / SEGMENT_FIGURES };
}
