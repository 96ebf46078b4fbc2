import './browserless.js';
import { describe, expect, it } from 'vitest';
import { sharesByPlace } from '../../src/map/contribution.js';
import { light } from '../../src/look/palette.js';
import { BEYOND_SOURCES, classStep, paint, step, type Scale } from '../../src/map/paint.js';
import type { Standing } from '../../src/state/standing.js';

const { arrow, flowLines, middle } = await import('../../src/map/geometry.js');
const { Network } = await import('../../src/map/network.js');

const SCALE: Scale = {
  shown: 'class',
  palette: light,
  confidence: 0.9,
  ranks: [1, 2, 3, 4, 5],
  limits: [1, 2, 3, 4, 5],
};

function one(rank: number, sure: number, chance: number, outcome = 4, value = 3): Standing {
  return {
    value: [value], low: [1], high: [9], classRank: [rank], classSure: [sure],
    chanceOver: [chance], outcome: [outcome], changed: new Set(),
  };
}

describe('paint', () => {
  it('widens a small river in breach, so that it is seen', () => {
    expect(paint(one(4, 1, 0.95), 0, 1, SCALE)).toMatchObject({ breach: 1, width: 3.4 });
  });

  it('marks no breach that nature causes alone', () => {
    expect(paint(one(4, 1, 1, BEYOND_SOURCES), 0, 1, SCALE).breach).toBe(0);
  });

  it('has gaps where the class is not certain, and grey where nothing can be said', () => {
    expect(paint(one(2, 0.7, 0), 0, 1, SCALE)).toMatchObject({ unsure: 1, colour: light.classes[1] });
    expect(paint(one(2, 0.4, 0), 0, 1, SCALE)).toMatchObject({ unsure: 0, colour: light.unknown });
  });

  it('dashes the core of water worse than the last class', () => {
    expect(paint(one(6, 1, 1), 0, 100, SCALE)).toMatchObject({ worse: 1, colour: light.classes[4] });
  });

  it('shows a river without flow as such', () => {
    expect(paint(one(1, 1, 0), 0, 0, SCALE).dry).toBe(1);
  });

  it('counts classes by their order, whatever their ranks', () => {
    expect(classStep(2, [2, 3, 4])).toBe(1);
    expect(classStep(5, [2, 3, 4])).toBe(4);
  });

  it('keeps a value on a break in the class below', () => {
    expect(step(2, [1, 2, 3])).toBe(1);
    expect(step(2.0001, [1, 2, 3])).toBe(2);
  });

  it('colours a change by what it is compared with', () => {
    const scale: Scale = { ...SCALE, shown: 'change', compared: one(2, 1, 0, 5, 10) };
    expect(paint(one(2, 1, 0, 5, 5), 0, 1, scale).colour).toBe(light.change[4]);
    expect(paint(one(2, 1, 0, 5, 20), 0, 1, scale).colour).toBe(light.change[0]);
    expect(paint(one(2, 1, 0, 5, 10), 0, 1, scale).colour).toBe(light.change[2]);
  });
});

const reach = (id: string, from: string, to: string) => ({
  id, kind: 'reach', name: { en: id }, from, to,
  line: [[0, 0], [1, 0]] as [number, number][],
});

describe('contribution', () => {
  it('adds up the shares of the sources that enter at a place', () => {
    const sources = [{ share: 0.5, at: 1 }, { share: 0.2, at: 1 }, { share: 0.3 }];
    const all = sharesByPlace(sources, 2, 2);
    expect(all.slice(0, 2)).toEqual([null, null]);
    expect(all[2]).toBeCloseTo(0.7, 12);
    expect(all[3]).toBeCloseTo(0.7, 12);
  });
});

describe('rivers', () => {
  // A -> B -> lake -> C; C runs back in the second season.
  const map = {
    bounds: [0, 0, 1, 1] as const,
    places: [
      reach('A', 'n0', 'n1'), reach('B', 'n1', 'L'), reach('C', 'L', 'n3'),
      { id: 'L', kind: 'lake', name: { en: 'L' } },
    ],
    discharge_m3_per_s: [10, 10, 10, 10, 10, -5, null, null],
    runsBack: [0, 0, 0, 0, 0, 1, 0, 0],
    towns: [], plants: [], factories: [], provinces: [], land: [], neighbours: [], rivers: [],
  };

  it('finds all that is upstream, through lakes', () => {
    expect([...new Network(map, 0, 2).allUpstream(2)].sort()).toEqual([0, 1, 2, 3]);
  });

  it('turns with the season', () => {
    const turned = new Network(map, 1, 2);
    expect(turned.downstreamOf(2)).toEqual([3]);
    expect(turned.upstreamOf(3)).toEqual([1, 2]);
  });

  it('turns the chevrons with the season', () => {
    const line = (season: number) => flowLines(map, season, 2).features[2]!.geometry.coordinates[0];
    expect(line(0)).toEqual([0, 0]);
    expect(line(1)).toEqual([1, 0]);
  });

  it('points an arrow along a bearing', () => {
    expect(arrow(0)).toBe('↑');
    expect(arrow(-45)).toBe('↖');
    expect(arrow(350)).toBe('↑');
    expect(middle([[0, 0], [2, 0]])).toEqual({ at: [1, 0], bearing: 90 });
  });
});
