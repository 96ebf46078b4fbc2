import { percent, figure, ofHundred } from '../words/figures.js';
import { nameIn, t } from '../words/words.js';
import { BEYOND_SOURCES, breaks, CANNOT_SAY, SURE } from '../map/paint.js';
import { language } from './address.js';
import { seasonCount } from './picture.js';
import { classes, constituent, now, riverMap, seasonIndex, study } from './study.js';

/** What the page says of one place in the season shown. */
export interface Told {
  readonly name: string;
  readonly value: string;
  readonly band: string;
  readonly rank: number;
  readonly className: string;
  readonly sure: number;
  readonly chance: number;
  readonly chanceWords: string;
  readonly isBreach: boolean;
  /** Whether nature alone breaks the limit. */
  readonly isNatural: boolean;
  readonly isUnsure: boolean;
  readonly cannotSay: boolean;
}

/** The name of a place: its own, or river and id. */
export function placeName(place: number): string {
  const one = riverMap.value?.places[place];
  if (!one) return '';
  return nameIn(one.name) || [nameIn(one.river), one.id].filter(Boolean).join(' ');
}

export function className(rank: number): string {
  if (!rank) return t('class.none');
  const one = classes.value.find((c) => c.rank === rank);
  // The name of a law's only class says nothing of the water; whether it keeps it does.
  if (classes.value.length === 1) return t(one ? 'class.keeps' : 'class.breaks');
  return one?.name ?? t('class.worse');
}

/** A class in a sentence: "class III", or whether the only class of a law is kept. */
export function classWords(name: string): string {
  return classes.value.length === 1 ? name : t('class', { name });
}

export function told(place: number): Told | undefined {
  const water = now.value;
  if (!water) return undefined;
  const at = place * seasonCount.value + seasonIndex.value;
  const unit = constituent.value?.unit ?? '';
  const value = known(water.value[at], Number.NaN);
  const rank = known(water.classRank[at], 0);
  const sure = known(water.classSure[at], 1);
  const chance = known(water.chanceOver[at], 0);
  const many = ofHundred(chance);
  return {
    name: placeName(place),
    value: Number.isFinite(value) ? `${figure(value)} ${unit}` : '',
    band:
      Number.isFinite(value)
        ? t('band90', { low: figure(water.low[at]), high: figure(water.high[at]) })
        : '',
    rank,
    className: className(rank),
    sure,
    chance,
    chanceWords: t('breach.inDraws', { count: many, share: percent(chance, language.value) }),
    isBreach: breaks(water, at, study.value?.confidence ?? 0.9),
    isNatural: water.outcome[at] === BEYOND_SOURCES,
    isUnsure: rank > 0 && sure < SURE,
    cannotSay: rank > 0 && sure < CANNOT_SAY,
  };
}

function known(value: number | null | undefined, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
