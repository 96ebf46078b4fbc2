import { effect } from '@preact/signals-core';
import { language, type Language } from '../state/address.js';
import en from './en.json' with { type: 'json' };
import km from './km.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import { inDigits } from './digits.js';

export type Key = keyof typeof en;
const CATALOGUES: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, zh, km };

/** Sentence of the page in the reader's language, with the gaps filled. */
export function t(key: Key, gaps: Readonly<Record<string, string | number>> = {}): string {
  return inDigits(fill(CATALOGUES[language.value][key], gaps));
}

/**
 * Fills the gaps of a sentence: `{count}` takes the figure, `{count|place|places}` the first words
 * if the figure is one, else the second. Catalogues of the server follow the same rule.
 */
export function fill(sentence: string, gaps: Readonly<Record<string, string | number>>): string {
  return sentence.replace(GAP, (whole, name: string, one?: string, many?: string) => {
    const value = gaps[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return String(value) === '1' ? one : many;
  });
}

const GAP = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** Whether the catalogue has this key: for words whose key comes from the server. */
export function isKey(key: string): key is Key {
  return key in en;
}

/** Name in three languages; a name that is missing falls back to English. */
export interface Names {
  readonly en?: string;
  readonly zh?: string;
  readonly km?: string;
}

export function nameIn(names: Names | undefined, lang: Language = language.value): string {
  return names?.[lang] || names?.en || names?.zh || names?.km || '';
}

/** Keeps the language of the document, which decides fonts, line height and hyphenation. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
