import { riverMap, season, seasonIndex } from '../state/study.js';
import { seasonCount } from '../state/picture.js';
import { settings } from '../state/levers.js';
import { language } from '../state/address.js';
import { count, figure, percent } from '../words/figures.js';
import { shortName } from '../parts/season-tabs.js';
import { nameIn, t } from '../words/words.js';
import type { Catalogue, Factory, Plant, Sewershed } from './catalogue.js';
import { plantFor, seweredAtBaseline, treatedAtBaseline } from './changes.js';
import { todayIs, type LeverOf } from './lever.js';

/** Levers of one sewershed: who is on sewers, and whose sewage is treated. */
export function sewershedLevers(shed: Sewershed, all: Catalogue): LeverOf[] {
  const plant = plantFor(shed, settings.value, all);
  const people = shedPeople(shed.id);
  const treated = treatedAtBaseline(shed);
  const sewered = seweredAtBaseline(shed);
  const of = (share: number) =>
    todayIs(
      people === undefined
        ? percent(share, language.value)
        : t('lever.people', { share: percent(share, language.value), people: count(people) }),
    );
  return [
    {
      key: `treated:${shed.id}`,
      name: t('lever.treated'),
      least: 0,
      most: 1,
      step: 0.01,
      baseline: treated,
      measure: 'share',
      today: plant ? `${of(treated)} · ${nameIn(plant.names) || plant.id}` : of(treated),
      blocked: plant ? undefined : t('lever.noPlant'),
    },
    {
      key: `sewered:${shed.id}`,
      name: t('lever.sewered'),
      least: 0,
      most: 1,
      step: 0.01,
      baseline: sewered,
      measure: 'share',
      today: of(sewered),
    },
  ];
}

export function plantSize(plant: Plant): LeverOf {
  const most = nice(Math.max(1000, 2 * plant.size_m3_per_d));
  return {
    key: `size:${plant.id}`,
    name: t('lever.size'),
    least: 0,
    most,
    step: most / 200,
    baseline: plant.size_m3_per_d,
    measure: 'count',
    unit: 'm³/d',
    today: todayIs(`${count(plant.size_m3_per_d)} m³/d`),
  };
}

/** Pre-treatment of a factory: the share of its load that still leaves. */
export function factoryLever(factory: Factory): LeverOf {
  return {
    key: `kept:${factory.id}`,
    name: nameIn(factory.names) || factory.id,
    least: 0,
    most: 1,
    step: 0.01,
    baseline: 1,
    measure: 'share',
    today: t('lever.factory'),
  };
}

/** Discharge of the season shown. */
export function dischargeLever(): LeverOf | undefined {
  const shown = season.value;
  if (!shown) return undefined;
  return {
    key: `discharge:${shown.id}`,
    name: t('lever.discharge', { season: shortName(shown) }),
    least: 0.3,
    most: 1.5,
    step: 0.01,
    baseline: 1,
    measure: 'factor',
    today: t('lever.discharge.today', { flow: `${figure(outflow(), 3)} m³/s` }),
  };
}

export function yearLever(all: Catalogue): LeverOf {
  return {
    key: 'year',
    name: t('lever.year'),
    least: all.year,
    most: all.lastYear,
    step: 1,
    baseline: all.year,
    measure: 'year',
    today: todayIs(String(all.year)),
  };
}

/** Factories and parks among the sources whose load can be scaled; herds and land are others. */
export function isFactory(source: Factory): boolean {
  return riverMap.value?.factories.some((f) => f.id === source.id) ?? false;
}

/** People of a sewershed, as the map tells them. */
function shedPeople(id: string): number | undefined {
  for (const town of riverMap.value?.towns ?? []) {
    const shed = town.sewersheds?.find((s) => s.id === id);
    if (shed) return shed.people;
  }
  return undefined;
}

/** Largest discharge of the season: what leaves by the largest river. */
function outflow(): number {
  const map = riverMap.value;
  const seasons = seasonCount.value;
  const all = map?.places.map((_, i) => Math.abs(map.discharge_m3_per_s[i * seasons + seasonIndex.value] ?? 0));
  return Math.max(0, ...(all ?? []));
}

/** The next 1, 2 or 5 with zeros. */
function nice(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((f) => f * ten >= value) ?? 10) * ten;
}
