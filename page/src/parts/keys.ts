import { signal } from '@preact/signals-core';
import { address, go, LANGUAGES } from '../state/address.js';
import { redo, undo } from '../state/levers.js';
import { chosen, network } from '../state/picture.js';
import { riverMap, study } from '../state/study.js';

/** Whether single letters act as keys: a reader may switch that off. */
export const lettersAct = signal(localStorage.getItem('tonle.letters') !== 'off');
export const helpIsOpen = signal(false);
export const projector = signal(false);
export const listIsOpen = signal(false);

export function turnLetters(): void {
  lettersAct.value = !lettersAct.value;
  localStorage.setItem('tonle.letters', lettersAct.value ? 'on' : 'off');
}

/** Follows the keys that act everywhere outside fields. */
export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const isField = target.matches('input:not([type=range]), select, textarea, [contenteditable]');
    if (event.ctrlKey || event.metaKey) {
      if (!isField && undoKey(event.key, event.shiftKey)) event.preventDefault();
      return;
    }
    if (event.key === 'Escape') return escape();
    if (isField || event.altKey || !lettersAct.value) return;
    if (letter(event.key)) event.preventDefault();
  });
}

function undoKey(key: string, isShift: boolean): boolean {
  if (key.toLowerCase() === 'z' && !isShift) undo();
  else if (key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && isShift)) redo();
  else return false;
  return true;
}

function escape(): void {
  if (helpIsOpen.value) helpIsOpen.value = false;
  else if (listIsOpen.value) listIsOpen.value = false;
  else if (address.value.page[0] === 'place') go({ page: ['map'] });
  else if (address.value.at) go({ at: undefined });
}

/** @returns whether the key means something */
function letter(key: string): boolean {
  const season = study.value?.seasons[Number(key) - 1];
  if (/^[1-9]$/.test(key) && season) {
    go({ s: season.id }, 'replace');
    return true;
  }
  switch (key) {
    case '?':
      helpIsOpen.value = !helpIsOpen.value;
      return true;
    case '/':
      document.querySelector<HTMLInputElement>('tonle-search input')?.focus();
      return true;
    case 'P':
      projector.value = !projector.value;
      document.documentElement.dataset['projector'] = String(projector.value);
      return true;
    case 'L': {
      const next = (LANGUAGES.indexOf(address.value.lang) + 1) % LANGUAGES.length;
      go({ lang: LANGUAGES[next]! }, 'replace');
      return true;
    }
    case '[':
    case ']':
      return walk(key === '[');
    default:
      return false;
  }
}

/** Goes to the place next upstream or downstream. */
function walk(isUp: boolean): boolean {
  const at = chosen.value;
  const net = network.value;
  if (at === undefined || !net) return false;
  const next = (isUp ? net.upstreamOf(at) : net.downstreamOf(at))[0];
  const place = next === undefined ? undefined : riverMap.value?.places[next];
  if (place) go(stepsTo(place.id));
  return true;
}

function stepsTo(id: string): { at: string; page?: readonly string[] } {
  return address.value.page[0] === 'place' ? { at: id, page: ['place', id] } : { at: id };
}
