import './browserless.js';
import { describe, expect, it } from 'vitest';
import { count, figure, ofHundred, percent, read } from '../../src/words/figures.js';

const NARROW = '\u202f';

describe('figures', () => {
  it.each([
    [0.10734, 2, '0.11'],
    [1164261, 3, `1${NARROW}160${NARROW}000`],
    [9.96, 2, '10'],
    [0, 2, '0'],
    [-12.34, 3, '\u221212.3'],
    [0.00054321, 2, '0.00054'],
  ])('writes %d with %d digits', (value, digits, words) => {
    expect(figure(value, digits)).toBe(words);
  });

  it('writes what is missing as a dash', () => {
    expect(figure(null)).toBe('–');
    expect(figure(Number.NaN)).toBe('–');
  });

  it('writes whole numbers whole', () => {
    expect(count(1164261)).toBe(`1${NARROW}164${NARROW}261`);
  });

  it('writes no space before per cent in Chinese', () => {
    expect(percent(0.42, 'zh')).toBe('42%');
    expect(percent(0.42, 'en')).toBe(`42${NARROW}%`);
  });

  it('says all or none only when it is so', () => {
    expect(ofHundred(0.9996)).toBe(99);
    expect(ofHundred(0.0004)).toBe(1);
    expect(ofHundred(1)).toBe(100);
  });

  it.each([
    ['១២,៥', 12.5],
    ['២.២៨១.៩៥១,២៥', 2281951.25],
    ['2,281,951.25', 2281951.25],
    [`1${NARROW}164${NARROW}261`, 1164261],
    ['\u221212', -12],
    ['42 %', 42],
    ['0.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('does not guess what is no number', () => {
    expect(read('12 m')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });
});
