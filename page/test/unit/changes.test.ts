import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/levers/catalogue.js';
import { changes } from '../../src/levers/changes.js';

const LIST = [
  { lever: 'set_sanitation', group: 'town', town: 'T', sewershed: 'S', path: 'sewer', share: 0.5, place: 3 },
  { lever: 'set_sanitation', group: 'town', town: 'T', sewershed: 'S', path: 'sewer_plant', share: 0.1, place: 3 },
  { lever: 'set_sanitation', group: 'town', town: 'T', sewershed: 'S', path: 'pit', share: 0.3, place: 3 },
  { lever: 'set_sanitation', group: 'town', town: 'T', sewershed: 'S', path: 'none', share: 0.1, place: 3 },
  { lever: 'set_plant', group: 'plant', plant: 'SMALL', status: 'operating', capacity_m3_per_d: 10, place: 3 },
  { lever: 'set_plant', group: 'plant', plant: 'LARGE', status: 'planned', capacity_m3_per_d: 90, place: 3 },
  { lever: 'scale_load', group: 'factory', source: 'F', factor: 1 },
  { lever: 'set_discharge', group: 'climate', season: 'low', factor: 1 },
  { lever: 'year', group: 'year', year: 2024, least: 2024, most: 2100 },
];
const ALL = catalogue(LIST);

type Share = { path: string; share: number; plant?: string };
const sharesOf = (settings: Record<string, number>): Share[] =>
  (changes(settings, ALL).set_sanitation ?? []) as Share[];

describe('changes', () => {
  it('writes nothing for levers at their baseline', () => {
    expect(changes({}, ALL)).toEqual({});
  });

  it('writes all shares of a sewershed, and they add up', () => {
    const shares = sharesOf({ 'treated:S': 0.4, 'sewered:S': 0.8 });
    expect(shares.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 12);
    const of = (path: string) => shares.find((s) => s.path === path)?.share;
    expect(of('sewer_plant')).toBeCloseTo(0.4, 12);
    expect(of('sewer')).toBeCloseTo(0.4, 12);
    // 0.4 of the people were on site, three quarters of them with pits; 0.2 are left.
    expect(of('pit')).toBeCloseTo(0.15, 12);
    expect(of('none')).toBeCloseTo(0.05, 12);
  });

  it('raises the sewers with the treatment', () => {
    const shares = sharesOf({ 'treated:S': 0.9 });
    expect(shares.find((s) => s.path === 'sewer')?.share).toBeCloseTo(0, 12);
    expect(shares.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 12);
  });

  it('sends sewage to the largest plant that works', () => {
    const plant = (settings: Record<string, number>) =>
      sharesOf(settings).find((s) => s.path === 'sewer_plant')?.plant;
    expect(plant({ 'treated:S': 0.4 })).toBe('SMALL');
    expect(plant({ 'treated:S': 0.4, 'on:LARGE': 1 })).toBe('LARGE');
  });

  it('writes plants, factories, discharge and year', () => {
    const written = changes(
      { 'on:LARGE': 1, 'size:LARGE': 50, 'kept:F': 0.2, 'discharge:low': 0.8, year: 2030 },
      ALL,
    );
    expect(written).toEqual({
      year: 2030,
      set_plant: [{ plant: 'LARGE', status: 'operating', capacity_m3_per_d: 50 }],
      scale_load: [{ source: 'F', factor: 0.2 }],
      set_discharge: [{ season: 'low', factor: 0.8 }],
    });
  });
});
