import './browserless.js';
import { describe, expect, it } from 'vitest';
import { dark, light } from '../../src/look/palette.js';
import { mercator, longitudeLatitude, SEGMENT_FIGURES, segmentsOf } from '../../src/map/rivers/segments.js';
import { SegmentGrid } from '../../src/map/rivers/segment-grid.js';
import { atLeastAsWide, BREACH, DRY, fade, pack, unpack } from '../../src/map/word.js';
import type { Standing } from '../../src/state/standing.js';

const { paint, paintAll } = await import('../../src/map/paint.js');

describe('word', () => {
  it('holds colour, width and signs', () => {
    const word = pack(3, 12.34, BREACH);
    expect(unpack(word, light)).toMatchObject({ colour: light.classes[2], width: 12.3, breach: 1, dry: 0 });
    expect(unpack(word, dark).colour).toBe(dark.classes[2]);
  });

  it('widens a thin line and leaves a wide one', () => {
    expect(unpack(atLeastAsWide(pack(1, 1, DRY), 3.4), light)).toMatchObject({ width: 3.4, dry: 1 });
    expect(atLeastAsWide(pack(1, 9, 0), 3.4)).toBe(pack(1, 9, 0));
  });

  it('fades all but what is kept', () => {
    const faded = fade(Uint32Array.of(1, 2, 3), new Set([1]));
    expect([...faded].map((word) => unpack(word, light).faded)).toEqual([1, 0, 1]);
  });
});

describe('picture of a season', () => {
  const standing: Standing = {
    value: [1, 2, 3, Number.NaN, 4, 5], low: [], high: [],
    classRank: [1, 2, 3, Number.NaN, 4, 6], classSure: [1, 0.7, 0.4, 1, 1, 1],
    chanceOver: [0, 0.95, 1, 1, 1, 0.95], outcome: [4, 4, 4, 4, 2, 4], changed: new Set(),
  };
  const map = {
    places: [{}, {}, {}] as never[],
    discharge_m3_per_s: [10, 0, 30, 40, null, 60],
    runsBack: [0, 0, 1, 0, 0, 0],
  };

  it.each(['class', 'value', 'chance', 'change'] as const)('paints all as one by one: %s', (shown) => {
    const scale = {
      shown, palette: light, confidence: 0.9, ranks: [1, 2, 3, 4, 5], limits: [1, 2, 3, 4, 5],
      compared: { ...standing, value: [2, 2, 2, 2, 2, 2] },
    };
    for (const season of [0, 1]) {
      const all = [...paintAll(standing, map, season, 2, scale)].map((word) => unpack(word, light));
      const each = [0, 1, 2].map((place) => {
        const at = place * 2 + season;
        return paint(standing, at, map.discharge_m3_per_s[at], scale);
      });
      expect(all).toEqual(each);
    }
  });
});

const line = (...points: [number, number][]) => ({ id: 'R', kind: 'reach', name: {}, line: points });

describe('segments', () => {
  const bounds = [100, 10, 104, 14] as const;

  it('say where each begins along its reach', () => {
    const { figures, count } = segmentsOf({ bounds, places: [line([100, 12], [101, 12], [102, 12])] }, 0);
    expect(count).toBe(2);
    expect(figures[4]).toBe(0);
    expect(figures[SEGMENT_FIGURES + 4]).toBeCloseTo(1 / 360, 7);
  });

  it('leave out points that nobody would see, never an end', () => {
    const places = [line([100, 12], [100.001, 12], [100.002, 12], [101, 12])];
    const { figures, count } = segmentsOf({ bounds, places }, 0.01 / 360);
    expect(count).toBe(1);
    expect(figures[2]! - figures[0]!).toBeCloseTo(1 / 360, 7);
  });

  it('turn degrees into the Mercator square and back', () => {
    const [x, y] = mercator(104.9, 11.55);
    expect(longitudeLatitude(x, y)[0]).toBeCloseTo(104.9, 9);
    expect(longitudeLatitude(x, y)[1]).toBeCloseTo(11.55, 9);
  });

  it('are found by the nearest, within a distance', () => {
    const segments = segmentsOf({ bounds, places: [line([100, 11], [104, 11]), line([100, 13], [104, 13])] }, 0);
    const grid = new SegmentGrid(segments);
    const at = (longitude: number, latitude: number) => {
      const [x, y] = mercator(longitude, latitude);
      return grid.nearest(x - segments.origin[0], y - segments.origin[1], 0.1 / 360);
    };
    expect(at(102, 11.05)).toBe(0);
    expect(at(103.9, 12.95)).toBe(1);
    expect(at(102, 12)).toBeUndefined();
  });
});
