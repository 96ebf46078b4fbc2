import { signal } from '@preact/signals-core';
import type { LiveAnswer } from '../api/frame.js';

/** The newest answer to the levers, and the view that it was asked for. */
export interface Live extends LiveAnswer {
  readonly view: string;
}

export const live = signal<Live | undefined>(undefined);

/** Name of a view of the water: an answer holds only for the view it was asked for. */
export function viewOf(view: { c: string; std: string; st: string; sc: string }): string {
  return [view.c, view.std, view.st, view.sc].join(' ');
}
