import { computed, effect, signal } from '@preact/signals-core';
import { hold, withQuery } from '../api/client.js';
import { catalogue, type ListedLever, type TechnologyNames } from '../levers/catalogue.js';
import { changes, type Settings } from '../levers/changes.js';
import { address, language } from './address.js';
import { History } from './history.js';
import { Line } from './line.js';
import { constituent, isReady, standard, statistic } from './study.js';

export const levers = computed(() => {
  if (!isReady.value) return undefined;
  const list = hold<{ levers: readonly ListedLever[]; technologyNames?: TechnologyNames }>(
    withQuery('levers', { lang: language.value }),
  ).value.value;
  return list && catalogue(list.levers, list.technologyNames);
});

/** Levers moved, done and undone. */
export const history = signal(new History<Settings>({}));
export const settings = computed(() => history.value.now);
export const isMoved = computed(() => Object.keys(settings.value).length > 0);

/** Works of a plan that are looked at, as levers; they take the place of those that were moved. */
export const pickedWorks = signal<object | undefined>(undefined);

/** What the log just did, for readers who hear the page. */
export const said = signal('');

const line = new Line(() => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/api/v1/live?lang=${language.value}`;
});

const REST_MS = 350;
let resting: ReturnType<typeof setTimeout> | undefined;
let pulled = { key: '', at: 0 };
let movedAt = 0;

/** Moves a lever; `undefined` puts it back to the baseline. */
export function move(key: string, value: number | string | undefined, name: string): void {
  const { [key]: _, ...rest } = settings.value;
  const after = value === undefined ? rest : { ...rest, [key]: value };
  const joins = pulled.key === key;
  movedAt = performance.now();
  pulled = { key, at: movedAt };
  history.value = history.value.step(name, after, joins);
}

/** Ends a pull: the next move of the lever is a step of its own, and loads to cut follow. */
export function release(): void {
  pulled = { key: '', at: 0 };
  said.value = history.value.done.at(-1)?.name ?? '';
  settleSoon();
}

export function undo(): void {
  const step = history.value.done.at(-1);
  if (!step) return;
  history.value = history.value.undo();
  said.value = `↶ ${step.name}`;
  settleSoon();
}

export function redo(): void {
  const step = history.value.undone.at(-1);
  if (!step) return;
  history.value = history.value.redo();
  said.value = `↷ ${step.name}`;
  settleSoon();
}

/** Puts all levers where a scenario has them. */
export function load(name: string, all: Settings): void {
  history.value = history.value.step(name, all);
  settleSoon();
}

/**
 * Asks for the load to cut once the levers rest: pulls by keys release after every step, and the
 * load to cut takes longer than the water.
 */
function settleSoon(): void {
  clearTimeout(resting);
  resting = setTimeout(() => request(true), REST_MS);
}

function request(settle: boolean): void {
  clearTimeout(resting);
  const works = pickedWorks.peek();
  const all = levers.peek();
  if (!works && !isMoved.peek()) return line.rest();
  if (!all) return;
  line.ask({
    c: constituent.peek()?.id ?? '',
    std: standard.peek()?.id ?? '',
    sc: address.peek().sc ?? '',
    st: statistic.peek(),
    lang: language.peek(),
    changes: works ?? changes(settings.peek(), all),
    from: movedAt || performance.now(),
    ...(settle ? { settle: true } : {}),
  });
}

/** Asks whenever a lever, the constituent, the standard or the statistic moves. */
export function followLevers(): void {
  effect(() => {
    // Read, so that the effect runs again when one of them changes.
    void [settings.value, pickedWorks.value, constituent.value, standard.value, statistic.value, levers.value];
    void [address.value.sc, language.value];
    request(false);
  });
}
