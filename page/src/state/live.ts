import { signal } from '@preact/signals-core';
import type { LiveAnswer } from '../api/frame.js';

/** The newest answer to the levers, and the view that it was asked for. */
export interface Live extends LiveAnswer {
  readonly view: string;
}

/** Load still to cut under levers at rest; it follows after the water. */
export interface Settled {
  readonly n: number;
  readonly toCutBefore_t_per_a?: number | null;
  readonly toCutAfter_t_per_a?: number | null;
}

/** The newest load to cut; it is of the present levers only if its number is theirs. */
export const settled = signal<Settled | undefined>(undefined);

export const live = signal<Live | undefined>(undefined);

/** Name of a view of the water: an answer holds only for the view it was asked for. */
export function viewOf(view: { c: string; std: string; st: string; sc: string }): string {
  return [view.c, view.std, view.st, view.sc].join(' ');
}
