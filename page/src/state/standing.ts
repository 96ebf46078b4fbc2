import type { Water } from '../api/types.js';
import type { LiveAnswer } from '../api/frame.js';

/**
 * Water of one statistic, flat arrays indexed place × seasons + season. What is not known is null
 * or no number.
 */
export interface Standing {
  readonly value: ArrayLike<number | null>;
  readonly low: ArrayLike<number | null>;
  readonly high: ArrayLike<number | null>;
  readonly classRank: ArrayLike<number | null>;
  readonly classSure: ArrayLike<number | null>;
  readonly chanceOver: ArrayLike<number | null>;
  readonly outcome: ArrayLike<number | null>;
  /** Places that the levers changed. */
  readonly changed: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Water as typed arrays, in which what is not known is no number. */
interface Figures {
  readonly central: Float64Array;
  readonly mean: Float64Array;
  readonly p5: Float64Array;
  readonly p50: Float64Array;
  readonly p95: Float64Array;
  readonly classRank: Float64Array;
  readonly classSure: Float64Array;
  readonly chanceOver: Float64Array;
  readonly outcome: Float64Array;
}

const FIGURES = new WeakMap<Water, Figures>();

/** The figures of a water, made once: levers lay a few places over them many times a second. */
function figuresOf(water: Water): Figures {
  const known = FIGURES.get(water);
  if (known) return known;
  const typed = (all: readonly (number | null)[] | undefined): Float64Array =>
    Float64Array.from(all ?? [], (value) => value ?? Number.NaN);
  const made = {
    central: typed(water.central),
    mean: typed(water.mean),
    p5: typed(water.p5),
    p50: typed(water.p50),
    p95: typed(water.p95),
    classRank: typed(water.classRank),
    classSure: typed(water.classSure),
    chanceOver: typed(water.chanceOver),
    outcome: typed(water.outcome),
  };
  FIGURES.set(water, made);
  return made;
}

/** The water of a study with what the levers changed laid over it. */
export function standing(
  water: Water,
  statistic: 'p50' | 'mean' | 'p5' | 'p95' | 'central',
  answer: LiveAnswer | undefined,
): Standing {
  const all = figuresOf(water);
  const still = {
    value: all[statistic],
    low: all.p5,
    high: all.p95,
    classRank: all.classRank,
    classSure: all.classSure,
    chanceOver: all.chanceOver,
    outcome: all.outcome,
    changed: NONE,
  };
  if (!answer || answer.place.length === 0) return still;
  return {
    ...still,
    value: laid(still.value, answer, answer.value),
    classRank: laid(still.classRank, answer, answer.classRank),
    classSure: laid(still.classSure, answer, answer.classSure),
    chanceOver: laid(still.chanceOver, answer, answer.chanceOver),
    outcome: laid(still.outcome, answer, answer.outcome),
    changed: new Set(answer.place),
  };
}

function laid(base: Float64Array, answer: LiveAnswer, over: Float32Array): Float64Array {
  if (!base.length || !over.length) return base;
  const all = base.slice();
  const seasons = over.length / answer.place.length;
  answer.place.forEach((place, i) => {
    all.set(over.subarray(i * seasons, (i + 1) * seasons), place * seasons);
  });
  return all;
}
