import { signal } from '@preact/signals-core';

const KEPT = 'tonle.who';

/** Name under which this browser changes the study, typed once; empty means *this computer*. */
export const who = signal(localStorage.getItem(KEPT) ?? '');

export function callMe(name: string): void {
  who.value = name.trim();
  localStorage.setItem(KEPT, who.value);
}
