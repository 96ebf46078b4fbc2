import type { Catalogue, Plant, Sewershed } from './catalogue.js';

/**
 * Where the moved levers stand; a lever at its baseline is not in it. Keys:
 * `treated:SEWERSHED`, `sewered:SEWERSHED` shares of its people; `on:PLANT` 0 or 1,
 * `size:PLANT` m³/d, `technology:PLANT` its id; `kept:SOURCE` share of a factory's load let
 * through; `discharge:SEASON` factor; `year`.
 */
export type Settings = Readonly<Record<string, number | string>>;

/** A scenario as files and the server write it. */
export interface Changes {
  year?: number;
  set_sanitation?: object[];
  set_plant?: object[];
  scale_load?: object[];
  set_discharge?: object[];
}

export const ON_SITE_RESERVE = 'septic';

/** Share of a sewershed's people whose wastewater is treated, at the baseline. */
export function treatedAtBaseline(shed: Sewershed): number {
  return shed.shares['sewer_plant'] ?? 0;
}

/** Share of a sewershed's people on sewers, at the baseline. */
export function seweredAtBaseline(shed: Sewershed): number {
  return (shed.shares['sewer'] ?? 0) + treatedAtBaseline(shed);
}

/** Writes settings as the changes of a scenario. */
export function changes(settings: Settings, all: Catalogue): Changes {
  const written: Changes = {};
  const add = (key: 'set_sanitation' | 'set_plant' | 'scale_load' | 'set_discharge', one: object) =>
    (written[key] ??= []).push(one);
  const year = settings['year'];
  if (typeof year === 'number') written.year = year;
  for (const plant of all.plants) {
    const one = plantChange(settings, plant);
    if (one) add('set_plant', one);
  }
  for (const shed of all.sewersheds) {
    for (const one of sanitation(settings, shed, all)) add('set_sanitation', one);
  }
  for (const factory of all.factories) {
    const kept = settings[`kept:${factory.id}`];
    if (typeof kept === 'number') add('scale_load', { source: factory.id, factor: kept });
  }
  for (const season of all.seasons) {
    const factor = settings[`discharge:${season}`];
    if (typeof factor === 'number') add('set_discharge', { season, factor });
  }
  return written;
}

function plantChange(settings: Settings, plant: Plant): object | undefined {
  const on = settings[`on:${plant.id}`];
  const size = settings[`size:${plant.id}`];
  const technology = settings[`technology:${plant.id}`];
  if (on === undefined && size === undefined && technology === undefined) return undefined;
  return {
    plant: plant.id,
    ...(on === undefined ? {} : { status: on ? 'operating' : 'planned' }),
    ...(size === undefined ? {} : { capacity_m3_per_d: size }),
    ...(technology === undefined ? {} : { technology }),
  };
}

/**
 * Shares of a sewershed by path. All are written, so that they add up whatever is moved: people
 * who get a sewer leave the other paths in proportion, and those who lose it join the reserve.
 */
function sanitation(settings: Settings, shed: Sewershed, all: Catalogue): object[] {
  const wantsTreated = settings[`treated:${shed.id}`];
  const wantsSewered = settings[`sewered:${shed.id}`];
  if (typeof wantsTreated !== 'number' && typeof wantsSewered !== 'number') return [];
  const was = seweredAtBaseline(shed);
  const treated = Number(wantsTreated ?? Math.min(treatedAtBaseline(shed), Number(wantsSewered)));
  const sewered = Math.max(treated, Number(wantsSewered ?? was));
  const plant = plantFor(shed, settings, all);
  const shares: Record<string, number> = {};
  let rest = 1 - sewered;
  const others = Object.entries(shed.shares).filter(([p]) => p !== 'sewer' && p !== 'sewer_plant');
  const onSite = others.reduce((sum, [, share]) => sum + share, 0);
  for (const [path, share] of others) {
    shares[path] = onSite > 0 ? (share * rest) / onSite : 0;
  }
  if (onSite === 0 && rest > 0) shares[ON_SITE_RESERVE] = rest;
  shares['sewer'] = sewered - treated;
  shares['sewer_plant'] = treated;
  rest = 1 - Object.values(shares).reduce((sum, share) => sum + share, 0);
  shares['sewer'] += rest;
  return Object.entries(shares)
    .filter(([path, share]) => share > 0 || (shed.shares[path] ?? 0) > 0)
    .map(([path, share]) => ({
      town: shed.town,
      sewershed: shed.id,
      path,
      share: Math.max(0, share),
      ...(path === 'sewer_plant' && plant ? { plant: plant.id } : {}),
    }));
}

/** The plant that takes a sewershed's sewage: of its own place or unit, working, the largest. */
export function plantFor(
  shed: Sewershed,
  settings: Settings,
  all: Catalogue,
): Plant | undefined {
  const near = all.plants.filter((p) => p.place !== undefined && p.place === shed.place);
  const isOn = (p: Plant) => Boolean(settings[`on:${p.id}`] ?? p.isOn);
  const size = (p: Plant) => Number(settings[`size:${p.id}`] ?? p.size_m3_per_d);
  return near.filter(isOn).sort((a, b) => size(b) - size(a))[0];
}
