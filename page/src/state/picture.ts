import { computed } from '@preact/signals-core';
import { palette } from '../look/theme.js';
import { Network } from '../map/network.js';
import { paintAll, type Scale } from '../map/paint.js';
import { unpack } from '../map/word.js';
import { address } from './address.js';
import { before, classes, comparedWater, now, riverMap, seasonIndex, statistic, study, water } from './study.js';
import { standing } from './standing.js';
import { shares } from './shares.js';

export const seasonCount = computed(() => study.value?.seasons.length ?? 1);

/** What the map's colours stand for; a change needs something moved or compared. */
export const shown = computed(() => address.value.show ?? 'class');

/** Limits of the classes for the constituent shown, best class first. */
export const limits = computed(() =>
  [...(water.value?.breaks ?? [])].filter((b) => !b.isMinimum).sort((a, b) => a.rank - b.rank),
);

/** Ranks of the standard's classes, best first. */
export const ranks = computed(() => classes.value.map((c) => c.rank));

export const scale = computed<Scale>(() => ({
  shown: shown.value,
  palette: palette.value,
  confidence: study.value?.confidence ?? 0.9,
  ranks: ranks.value,
  limits: limits.value.map((b) => b.limit),
  compared: comparedWater.value
    ? standing(comparedWater.value, statistic.value, undefined)
    : before.value,
  contribution: shown.value === 'contribution' ? shares.value : undefined,
}));

/** How each place is drawn now, a word for each. */
export const paints = computed<Uint32Array | undefined>(() => {
  const map = riverMap.value;
  const water = now.value;
  if (!map || !water) return undefined;
  return paintAll(water, map, seasonIndex.value, seasonCount.value, scale.value);
});

/** Colour of a place on the map, for what stands beside it. */
export function colourOf(place: number): string | undefined {
  const word = paints.value?.[place];
  return word === undefined ? undefined : unpack(word, palette.value).colour;
}

export const network = computed(
  () => riverMap.value && new Network(riverMap.value, seasonIndex.value, seasonCount.value),
);

/** Number of the chosen place. */
export const chosen = computed(() => {
  const id = address.value.at;
  const index = id === undefined ? -1 : (riverMap.value?.places.findIndex((p) => p.id === id) ?? -1);
  return index < 0 ? undefined : index;
});

/** Places kept bright: the chosen one and all whose water comes to it. */
export const keptBright = computed(() => {
  const place = chosen.value;
  const isPlacePage = address.value.page[0] === 'place' || address.value.page[0] === 'cause';
  return isPlacePage && place !== undefined ? network.value?.allUpstream(place) : undefined;
});
