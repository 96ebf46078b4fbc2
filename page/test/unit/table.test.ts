import './browserless.js';
import { expect, it } from 'vitest';

const { captionsOf } = await import('../../src/parts/paper.js');
const { withoutEmpty } = await import('../../src/parts/data-table.js');

it('leaves out columns without a word, and keeps the links beside their cells', () => {
  const table = {
    heads: ['Place', 'Note', '#km'],
    rows: [['A', '', '0'], ['B', '', '2']],
    links: [['a', null, null], null],
  };
  expect(withoutEmpty(table)).toEqual({
    heads: ['Place', '#km'],
    rows: [['A', '0'], ['B', '2']],
    links: [['a', null], null],
  });
});

it('keeps the heads of a table without rows', () => {
  const table = { heads: ['Place'], rows: [] };
  expect(withoutEmpty(table)).toEqual(table);
});

it('gives every table a name of its own', () => {
  const sections = [{ title: 'Works' }, {}, { title: '' }, { title: 'Limits' }, {}];
  expect(captionsOf(sections)).toEqual(['Works', 'Works (2)', 'Works (3)', 'Limits', 'Limits (2)']);
});
