import { describe, expect, it } from 'vitest';
import { isBlock, pasted } from '../../src/tables/edits.js';

describe('paste', () => {
  it('reads what a spreadsheet copies', () => {
    expect(pasted('TN1\tKampong\t12\r\nTN2\tភ្នំពេញ\t-3\r\n')).toEqual([
      ['TN1', 'Kampong', '12'],
      ['TN2', 'ភ្នំពេញ', '-3'],
    ]);
  });

  it('keeps tabs, breaks and quotes within a quoted cell', () => {
    expect(pasted('"a\tb"\t"c\nd"\t"e ""f"""\n')).toEqual([['a\tb', 'c\nd', 'e "f"']]);
  });

  it('keeps empty cells and empty rows in the middle', () => {
    expect(pasted('a\t\n\t\nb\t')).toEqual([['a', ''], ['', ''], ['b', '']]);
  });

  it('knows one cell from a block', () => {
    expect(isBlock(pasted('12'))).toBe(false);
    expect(isBlock(pasted('12\t13'))).toBe(true);
  });
});
