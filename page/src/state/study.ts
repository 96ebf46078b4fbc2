import { computed } from '@preact/signals-core';
import { hold, withQuery } from '../api/client.js';
import type { Constituent, RiverMap, Season, Standard, Study, Water } from '../api/types.js';
import { address, language } from './address.js';
import { live, viewOf } from './live.js';
import { standing, type Standing } from './standing.js';

export const STATISTICS = ['p50', 'mean', 'p5', 'p95', 'central'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** The study served, once the server has said it. */
export const study = computed(
  () => hold<Study>(withQuery('study', { lang: language.value })).value.value,
);
export const studyError = computed(
  () => hold<Study>(withQuery('study', { lang: language.value })).error.value,
);

/** Whether the study was read and run once: before that the server tells nothing else. */
export const isReady = computed(() => study.value?.version !== undefined);

export const riverMap = computed(() =>
  isReady.value ? hold<RiverMap>('map').value.value : undefined,
);

export const season = computed<Season | undefined>(() => {
  const all = study.value?.seasons;
  return all?.find((s) => s.id === address.value.s) ?? all?.[worstSeason.value];
});

export const seasonIndex = computed(() =>
  Math.max(0, study.value?.seasons.findIndex((s) => s.id === season.value?.id) ?? 0),
);

/** The constituent shown; undefined means all of them together, by the worst of their classes. */
export const constituent = computed<Constituent | undefined>(() => {
  const { c, show } = address.value;
  return c === ALL && show !== 'value' && show !== 'change' ? undefined : oneConstituent.value;
});

/** Value of `c` in an address for all constituents together. */
export const ALL = 'all';

/**
 * The constituent of charts, which show one: the chosen; else bacteria, in which sewage shows
 * first, if the standard judges them; else the first that is judged.
 */
export const oneConstituent = computed<Constituent | undefined>(() => {
  const all = study.value?.constituents;
  const judged = all?.filter((c) => standard.value?.constituents.includes(c.id));
  return (
    all?.find((c) => c.id === address.value.c) ??
    judged?.find((c) => c.isBacteria) ??
    judged?.[0] ??
    all?.[0]
  );
});

export const standard = computed<Standard | undefined>(() => {
  const all = study.value?.standards;
  return (
    all?.find((s) => s.id === address.value.std) ?? all?.find((s) => s.isMain) ?? all?.[0]
  );
});

/** Classes of the standard, best first. */
export const classes = computed(() =>
  [...(standard.value?.classes ?? [])].sort((a, b) => a.rank - b.rank),
);

export const statistic = computed<Statistic>(() => {
  const wanted = address.value.st as Statistic;
  return STATISTICS.includes(wanted) ? wanted : 'p50';
});

/** Path of the water asked for, and of the water of a scenario compared with it. */
function waterPath(scenario: string | undefined): string | undefined {
  if (!isReady.value) return undefined;
  return withQuery('water', { c: constituent.value?.id, std: standard.value?.id, sc: scenario });
}

export const water = computed<Water | undefined>(() => {
  const path = waterPath(address.value.sc);
  return path ? hold<Water>(path).value.value : undefined;
});

export const waterIsStale = computed(() => {
  const path = waterPath(address.value.sc);
  return path ? hold<Water>(path).isStale.value : false;
});

/** Water that a comparison looks at: a named scenario, or the study as it stands. */
export const comparedWater = computed<Water | undefined>(() => {
  const path = waterPath(address.value.vs);
  return address.value.vs && path ? hold<Water>(path).value.value : undefined;
});

/** Water as it now stands: of the study or scenario, with what the levers changed. */
export const now = computed<Standing | undefined>(() => {
  const base = water.value;
  const view = { c: constituent.value?.id ?? '', std: standard.value?.id ?? '', st: statistic.value, sc: address.value.sc ?? '' };
  const answer = live.value?.view === viewOf(view) ? live.value : undefined;
  return base && standing(base, statistic.value, answer);
});

export const before = computed<Standing | undefined>(() => {
  const base = water.value;
  return base && standing(base, statistic.value, undefined);
});

/** The season with most places in breach, which a first visit shows. */
const worstSeason = computed(() => {
  const seasons = study.value?.seasons.length ?? 0;
  const over = water.value?.chanceOver;
  if (!over || !seasons) return 0;
  const sums = Array.from({ length: seasons }, (_, s) =>
    over.reduce<number>((sum, chance, i) => (i % seasons === s ? sum + (chance ?? 0) : sum), 0),
  );
  return sums.indexOf(Math.max(...sums));
});
