import { computed, signal } from '@preact/signals-core';

export const LANGUAGES = ['en', 'zh', 'km'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the map's colours stand for. */
export const SHOWN = ['class', 'value', 'chance', 'contribution', 'change'] as const;
export type Shown = (typeof SHOWN)[number];

/**
 * Address of a view. Whatever changes what is seen stands in it, so that a copied address opens
 * the same view on another machine; changing the language changes the first step alone.
 */
export interface Address {
  readonly lang: Language;
  readonly study: string;
  /** Steps of the path after the study, e.g. ["water", "profile", "mekong"]. */
  readonly page: readonly string[];
  readonly show?: Shown | undefined;
  /** Constituent. */
  readonly c?: string | undefined;
  /** Season. */
  readonly s?: string | undefined;
  /** Statistic. */
  readonly st?: string | undefined;
  /** Standard. */
  readonly std?: string | undefined;
  /** Scenario. */
  readonly sc?: string | undefined;
  /** Scenario compared with. */
  readonly vs?: string | undefined;
  /** Place. */
  readonly at?: string | undefined;
  /** Camera: "longitude,latitude,zoom". */
  readonly z?: string | undefined;
}

const QUERY = ['show', 'c', 's', 'st', 'std', 'sc', 'vs', 'at', 'z'] as const;

/** Reads an address; what it does not know, it leaves out. */
export function parse(path: string, search: string): Address {
  const [lang = '', study = '', ...page] = path.split('/').filter(Boolean).map(decodeURIComponent);
  const query = new URLSearchParams(search);
  const found: Record<string, string> = {};
  for (const key of QUERY) {
    const value = query.get(key);
    if (value) found[key] = value;
  }
  if (!SHOWN.includes(found['show'] as Shown)) delete found['show'];
  return {
    lang: LANGUAGES.includes(lang as Language) ? (lang as Language) : 'en',
    study,
    page: page.length ? page : ['map'],
    ...found,
  };
}

/** Writes an address, queries in a fixed order. */
export function print(address: Address): string {
  const path = [address.lang, address.study, ...address.page].map(encodeURIComponent).join('/');
  const query = new URLSearchParams();
  for (const key of QUERY) {
    const value = address[key];
    if (value) query.set(key, value);
  }
  // A camera is easier to read without its commas written as %2C.
  const text = query.toString().replaceAll('%2C', ',');
  return `/${path}${text ? `?${text}` : ''}`;
}

export const address = signal<Address>(parse(location.pathname, location.search));
export const language = computed(() => address.value.lang);
export const page = computed(() => address.value.page[0] ?? 'map');

/** Goes to a changed address. A change of camera or season replaces the entry of the history. */
export function go(change: Partial<Address>, how: 'push' | 'replace' = 'push'): void {
  const next = { ...address.value, ...change };
  const text = print(next);
  if (text === print(address.value)) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', text);
  address.value = next;
}

/** The reader's own language, for an address that names none. */
export function ownLanguage(wanted: readonly string[] = navigator.languages): Language {
  const own = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  return own.find((lang): lang is Language => LANGUAGES.includes(lang as Language)) ?? 'en';
}

/** Follows the browser's own back and forward, and plain clicks on links within the page. */
export function followAddress(): void {
  addEventListener('popstate', () => {
    address.value = parse(location.pathname, location.search);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href^="/"]');
    const plain = !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey;
    if (!(link instanceof HTMLAnchorElement) || !plain || link.target || link.download) return;
    event.preventDefault();
    const url = new URL(link.href);
    history.pushState(null, '', url.pathname + url.search);
    address.value = parse(url.pathname, url.search);
    scrollTo(0, 0);
  });
}

/** Address of a page of this study that keeps the view: constituent, season, standard, scenario. */
export function linkTo(steps: readonly string[], change: Partial<Address> = {}): string {
  return print({ ...address.value, page: steps, ...change });
}
