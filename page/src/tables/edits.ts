/** Change of one cell, as the server takes it: `was` lets it notice that another was faster. */
export interface CellEdit {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly was?: string;
}

/** Cells that were copied from a spreadsheet: lines by line breaks, cells by tabs. */
export function pasted(text: string): string[][] {
  const cells: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = (): void => {
    cells.at(-1)!.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[i++];
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      cells.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  // A spreadsheet ends its last line as it ends each: that is no further row.
  if (cells.length > 1 && cells.at(-1)!.every((c) => c === '')) cells.pop();
  return cells;
}

/** Whether something pasted is more than one cell. */
export function isBlock(cells: readonly (readonly string[])[]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}
