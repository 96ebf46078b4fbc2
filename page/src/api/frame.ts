import type { Problem } from './types.js';

/** What moved levers do to the places whose water changed. */
export interface LiveAnswer {
  readonly n: number;
  readonly ms: number;
  readonly how: string;
  readonly sentence: string;
  readonly outcomes: Outcomes;
  readonly problems: readonly Problem[];
  readonly place: Int32Array;
  readonly value: Float32Array;
  readonly classRank: Float32Array;
  readonly classSure: Float32Array;
  readonly chanceOver: Float32Array;
  readonly outcome: Float32Array;
}

export interface Outcomes {
  readonly breachesBefore: number;
  readonly breachesAfter: number;
  readonly kmBefore?: number;
  readonly kmAfter?: number;
  readonly peopleBefore?: number;
  readonly peopleAfter?: number;
  readonly cost?: number | null;
}

interface Head {
  readonly n: number;
  readonly ms?: number;
  readonly how?: string;
  readonly sentence?: string;
  readonly outcomes?: Outcomes;
  readonly problems?: LiveAnswer['problems'];
  readonly count?: number;
  readonly seasons?: number;
  readonly arrays?: readonly string[];
}

/**
 * Reads a frame: the length of a JSON head, the head padded to a multiple of four, then the places
 * as 32-bit integers and each further array as 32-bit floats, places × seasons.
 */
export function readFrame(frame: ArrayBuffer): LiveAnswer {
  const length = new DataView(frame).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(frame, 4, length));
  const head = JSON.parse(text) as Head;
  const count = head.count ?? 0;
  const place = new Int32Array(frame, 4 + length, count);
  const names = (head.arrays ?? []).filter((name) => name !== 'place');
  let at = 4 + length + 4 * count;
  const size = names.length ? (frame.byteLength - at) / 4 / names.length : 0;
  const arrays: Record<string, Float32Array> = {};
  for (const name of names) {
    arrays[name] = new Float32Array(frame, at, size);
    at += 4 * size;
  }
  const none = new Float32Array();
  return {
    n: head.n,
    ms: head.ms ?? 0,
    how: head.how ?? '',
    sentence: head.sentence ?? '',
    outcomes: head.outcomes ?? { breachesBefore: 0, breachesAfter: 0 },
    problems: head.problems ?? [],
    place,
    value: arrays['value'] ?? none,
    classRank: arrays['classRank'] ?? none,
    classSure: arrays['classSure'] ?? none,
    chanceOver: arrays['chanceOver'] ?? none,
    outcome: arrays['outcome'] ?? none,
  };
}
