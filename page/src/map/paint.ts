import {
  classNumber,
  FIRST_CHANGE,
  FIRST_CLASS,
  FIRST_SHARE,
  UNKNOWN_COLOUR,
  type Palette,
} from '../look/palette.js';
import type { RiverMap } from '../api/types.js';
import type { Standing } from '../state/standing.js';
import type { Shown } from '../state/address.js';
import { atLeastAsWide, BACK, BREACH, DRY, pack, STILL, UNSURE, unpack, WORSE } from './word.js';

/** Below this share of draws that agree on the class, the line has gaps: the class is not certain. */
export const SURE = 0.8;
/** Below this, no class is shown at all. */
export const CANNOT_SAY = 0.5;
/** Outcome of a verdict: nature alone breaks the limit, no source can mend it. */
export const BEYOND_SOURCES = 2;
/** A breaching line is never thinner, so that the worst small river is not the least visible. */
const BREACH_WIDTH_PX = 3.4;

/** How one place is drawn: its facts, each in a channel of its own. */
export interface Paint {
  readonly colour: string;
  readonly width: number;
  readonly breach: 0 | 1;
  readonly unsure: 0 | 1;
  readonly worse: 0 | 1;
  readonly dry: 0 | 1;
  readonly faded: 0 | 1;
}

/** What the colours stand for, and what they need beside the water. */
export interface Scale {
  readonly shown: Shown;
  readonly palette: Palette;
  /** Share of the draws that must break a limit before it counts as broken. */
  readonly confidence: number;
  /** Ranks of the classes of the standard, best first; any other rank is worse than the last. */
  readonly ranks: readonly number[];
  /** Upper limits of the classes, best first: breaks of concentrations. */
  readonly limits: readonly number[];
  /** Water compared with, for the change. */
  readonly compared?: Standing | undefined;
  /** Share of a chosen source or at a chosen place, index place × seasons + season. */
  readonly contribution?: ArrayLike<number | null> | undefined;
}

/** Breaks of chances, shares and changes: never stretched to the data. */
export const CHANCES = [0.05, 0.2, 0.5, 0.8];
export const SHARES = [0.02, 0.1, 0.25, 0.5];
export const CHANGES = [0.25, 0.03, -0.03, -0.25];

/** Width of a river on the map of a whole country. */
export function widthOf(discharge_m3_per_s: number | null | undefined): number {
  return 0.9 + 0.05 * Math.sqrt(Math.abs(discharge_m3_per_s ?? 0));
}

/** Whether a limit is broken with the study's confidence, by what people do. */
export function breaks(standing: Standing, at: number, confidence: number): boolean {
  return (
    (standing.chanceOver[at] ?? 0) >= confidence && standing.outcome[at] !== BEYOND_SOURCES
  );
}

/** How a place is drawn in a season. */
export function paint(
  standing: Standing,
  at: number,
  discharge_m3_per_s: number | null | undefined,
  scale: Scale,
): Paint {
  const run = runWord(discharge_m3_per_s, false);
  return unpack(laidOver(run, standing, at, scale, classWords(scale.ranks)), scale.palette);
}

/** How every place of a map is drawn in a season, by place. */
export function paintAll(
  standing: Standing,
  map: Running,
  season: number,
  seasons: number,
  scale: Scale,
): Uint32Array {
  const runs = runWords(map, season, seasons);
  const classes = classWords(scale.ranks);
  const words = new Uint32Array(runs.length);
  for (let place = 0; place < words.length; place++) {
    words[place] = laidOver(runs[place]!, standing, place * seasons + season, scale, classes);
  }
  return words;
}

type Running = Pick<RiverMap, 'places' | 'discharge_m3_per_s' | 'runsBack'>;

/** What water and levers never change of a word, made once for a season: width and way. */
function runWords(map: Running, season: number, seasons: number): Uint32Array {
  const known = RUNS.get(map) ?? [];
  RUNS.set(map, known);
  return (known[season] ??= Uint32Array.from(map.places, (_, place) => {
    const at = place * seasons + season;
    return runWord(map.discharge_m3_per_s[at], map.runsBack[at] === 1);
  }));
}

const RUNS = new WeakMap<Running, Uint32Array[]>();

function runWord(discharge_m3_per_s: number | null | undefined, isBack: boolean): number {
  const way = !discharge_m3_per_s ? STILL : isBack ? BACK : 0;
  return pack(0, widthOf(discharge_m3_per_s), way | (discharge_m3_per_s === 0 ? DRY : 0));
}

/** Colour and dashes of the classes by rank; the last holds for every rank beyond. */
function classWords(ranks: readonly number[]): Uint32Array {
  const most = Math.max(0, ...ranks) + 1;
  return Uint32Array.from({ length: most + 1 }, (_, rank) => {
    const step = classStep(rank, ranks);
    return classNumber(step, ranks.length) | (step > ranks.length ? WORSE : 0);
  });
}

/** The word of a place with its water laid over its width and way. */
function laidOver(
  run: number,
  standing: Standing,
  at: number,
  scale: Scale,
  classes: Uint32Array,
): number {
  const rank = standing.classRank[at] || 0;
  if ((run & DRY) !== 0 || !(rank > 0 || isFigure(standing.value[at]))) return run;
  const isBreach = breaks(standing, at, scale.confidence);
  const word = isBreach ? atLeastAsWide(run, BREACH_WIDTH_PX) | BREACH : run;
  if (scale.shown !== 'class') return word | colourOf(standing, at, scale);
  if (rank === 0) return word;
  const sure = standing.classSure[at] ?? 1;
  if (sure < CANNOT_SAY) return word;
  const colour = classes[Math.min(rank, classes.length - 1)]!;
  return word | colour | (sure < SURE ? UNSURE : 0);
}

/** Number of the colour among those of the palette, of all that is no class. */
function colourOf(standing: Standing, at: number, scale: Scale): number {
  switch (scale.shown) {
    case 'class':
      return UNKNOWN_COLOUR;
    case 'value':
      return classNumber(
        1 + step(standing.value[at] ?? 0, scale.limits),
        Math.max(1, scale.limits.length),
      );
    case 'chance':
      return FIRST_CLASS + step(standing.chanceOver[at] ?? 0, CHANCES);
    case 'contribution': {
      const share = scale.contribution?.[at];
      return isFigure(share) ? FIRST_SHARE + step(share, SHARES) : UNKNOWN_COLOUR;
    }
    case 'change':
      return changeColour(standing.value[at], scale.compared?.value[at]);
  }
}

/** Place of a rank among the classes, from 1; one more than their number is worse than the last. */
export function classStep(rank: number, ranks: readonly number[]): number {
  const index = ranks.indexOf(rank);
  return index < 0 ? ranks.length + 1 : index + 1;
}

/** Number of the colour of a change; less is better. */
function changeColour(now: number | null | undefined, before: number | null | undefined): number {
  if (!isFigure(now) || !isFigure(before)) return UNKNOWN_COLOUR;
  const change = before === 0 ? (now === 0 ? 0 : 1) : now / before - 1;
  const index = CHANGES.findIndex((edge) => change > edge);
  return FIRST_CHANGE + (index < 0 ? CHANGES.length : index);
}

/** Number of breaks that a value passes; on the break it still belongs below. */
export function step(value: number, breaks: readonly number[]): number {
  let passed = 0;
  while (passed < breaks.length && value > breaks[passed]!) passed++;
  return passed;
}

function isFigure(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
