import './browserless.js';
import { describe, expect, it } from 'vitest';
import en from '../../src/words/en.json' with { type: 'json' };
import km from '../../src/words/km.json' with { type: 'json' };
import zh from '../../src/words/zh.json' with { type: 'json' };

const { fill } = await import('../../src/words/words.js');
const gaps = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe.each([
  ['zh', zh],
  ['km', km],
] as const)('words in %s', (_, words) => {
  it('has every sentence', () => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  it.each(Object.entries(en))('fills the gaps of %s', (key, sentence) => {
    expect(gaps(words[key as keyof typeof words])).toEqual(gaps(sentence));
  });

  it('leaves nothing empty', () => {
    expect(Object.entries(words).filter(([, sentence]) => !sentence.trim())).toEqual([]);
  });
});

it('writes Khmer letters in Khmer and Chinese in Chinese', () => {
  const isKhmer = /[\u1780-\u17ff]/;
  expect(Object.values(zh).filter((s) => isKhmer.test(s))).toEqual([]);
  expect(Object.values(km).filter((s) => /[\u4e00-\u9fff]/.test(s))).toEqual([]);
});

it('leaves Khmer digits to those who ask for them', () => {
  const own = Object.entries(km).filter(([key, s]) => key !== 'digits.khmer' && /[\u17e0-\u17e9]/.test(s));
  expect(own).toEqual([]);
});

describe('gaps', () => {
  const RULE = '{count} {count|place breaks|places break} a limit';

  it.each([
    [0, '0 places break a limit'],
    [1, '1 place breaks a limit'],
    [2, '2 places break a limit'],
    ['1', '1 place breaks a limit'],
    ['1.0', '1.0 places break a limit'],
  ])('writes one and many for %s', (count, words) => {
    expect(fill(RULE, { count })).toBe(words);
  });

  it('lets words stand on one side alone', () => {
    expect(fill('row{count||s}', { count: 1 })).toBe('row');
    expect(fill('row{count||s}', { count: 3 })).toBe('rows');
  });

  it('keeps a gap that nothing fills, so that it is seen', () => {
    expect(fill(RULE, {})).toBe(RULE);
  });
});

/** Sentences whose figure is never one: the people of a study. */
const MANY = new Set(['situation.sentence']);
/** Nouns that are counted here: after a figure they follow it. */
const COUNTED = /\{\w+\} (places|people|rows|errors|problems|reaches|provinces|things|measurements)\b/;

it('counts one as one in English', () => {
  expect(Object.entries(en).filter(([key, words]) => COUNTED.test(words) && !MANY.has(key))).toEqual([]);
});
