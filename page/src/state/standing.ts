import type { Water } from '../api/types.js';
import type { LiveAnswer } from '../api/frame.js';

/** Water of one statistic, flat arrays indexed place × seasons + season. */
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

/** The water of a study with what the levers changed laid over it. */
export function standing(
  water: Water,
  statistic: 'p50' | 'mean' | 'p5' | 'p95' | 'central',
  answer: LiveAnswer | undefined,
): Standing {
  const still = {
    value: water[statistic] ?? [],
    low: water.p5 ?? [],
    high: water.p95 ?? [],
    classRank: water.classRank,
    classSure: water.classSure,
    chanceOver: water.chanceOver,
    outcome: water.outcome,
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

function laid(
  base: readonly (number | null)[],
  answer: LiveAnswer,
  over: Float32Array,
): (number | null)[] {
  const all = base.slice();
  if (!base.length || !over.length) return base as (number | null)[];
  const seasons = answer.place.length ? over.length / answer.place.length : 0;
  answer.place.forEach((place, i) => {
    for (let s = 0; s < seasons; s++) {
      const value = over[i * seasons + s]!;
      all[place * seasons + s] = Number.isNaN(value) ? null : value;
    }
  });
  return all;
}
