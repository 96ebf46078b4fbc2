import type { TableRows } from './types.js';

const WIDTHS = new WeakMap<TableRows, readonly string[]>();
const NARROWEST_EM = 6;
const WIDEST_EM = 20;
const EM_PER_LETTER = 0.62;

/** Width of a column by its longest text, within bounds. */
export function widthOf(table: TableRows, column: number): string {
  let all = WIDTHS.get(table);
  if (!all) {
    all = table.columns.map((c, k) => {
      const longest = table.rows.reduce((most, row) => Math.max(most, row.cells[k]?.length ?? 0), c.name.length + 1);
      const em = Math.min(WIDEST_EM, Math.max(NARROWEST_EM, longest * EM_PER_LETTER + 1.5));
      return `${em.toFixed(1)}em`;
    });
    WIDTHS.set(table, all);
  }
  return all[column]!;
}
