import './browserless.js';
import { describe, expect, it } from 'vitest';

const { khmer } = await import('../../src/words/digits.js');
const { read } = await import('../../src/words/figures.js');

describe('Khmer digits', () => {
  it.each([
    ['2\u202f281\u202f951.25', '២.២៨១.៩៥១,២៥'],
    ['57\u202f% នៃ 1\u202f160', '៥៧\u202f% នៃ ១.១៦០'],
    ['2026-11-28', '២០២៦-១១-២៨'],
    ['0.05–0.5', '០,០៥–០,៥'],
    ['6.3.1៖ 24', '៦.៣.១៖ ២៤'],
    ['TSR02', 'TSR02'],
    ['TS-30, GB3838-2002, CH4', 'TS-30, GB3838-2002, CH4'],
    ['10¹²/a', '១០¹²/a'],
    ['១២', '១២'],
  ])('writes %s', (latin, words) => {
    expect(khmer(latin)).toBe(words);
  });

  it('are read back as they are written', () => {
    expect(read(khmer('2\u202f281\u202f951.25'))).toBe(2281951.25);
  });
});
