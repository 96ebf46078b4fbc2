import { describe, expect, it } from 'vitest';
import en from '../../src/words/en.json' with { type: 'json' };
import km from '../../src/words/km.json' with { type: 'json' };
import zh from '../../src/words/zh.json' with { type: 'json' };

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
