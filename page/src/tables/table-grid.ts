import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hold, renewAll, send, ServerError, withQuery } from '../api/client.js';
import type { Problem } from '../api/types.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { problemWords } from '../parts/problem-words.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { language } from '../state/address.js';
import { said } from '../state/levers.js';
import { who } from '../state/who.js';
import { t } from '../words/words.js';
import { isBlock, pasted } from './edits.js';
import { pastePreview, type Paste } from './paste-preview.js';
import type { Column, TableRows } from './types.js';
import { widthOf } from './widths.js';

const ROW_PX = 34;
const AROUND = 12;
const PAGE = 500;
const CHECK_AFTER_MS = 250;

/** Cell that is typed in: what it held when that began, so that another's edit is not lost. */
interface Editing {
  readonly row: number;
  readonly column: string;
  readonly was: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Grid of one table. Only the rows in view are drawn. A cell is checked while it is typed in, by
 * the very problems of `check`; what is wrong stands in the cell with its hint.
 */
@customElement('tonle-table-grid')
export class TableGrid extends PageElement {
  @property() name = '';
  @state() private first = 0;
  @state() private editing: Editing | undefined;
  @state() private paste: Paste | undefined;
  @state() private from = 0;
  @state() private why = '';
  @state() private refused = '';
  @state() private focused: { r: number; c: number } = { r: 0, c: 0 };
  private checking: ReturnType<typeof setTimeout> | undefined;

  private get path(): string {
    return withQuery(`tables/${encodeURIComponent(this.name)}`, {
      from: String(this.from),
      limit: String(PAGE),
      lang: language.value,
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('name')) return;
    this.first = 0;
    this.from = 0;
    this.editing = undefined;
    this.paste = undefined;
  }

  protected override render(): TemplateResult {
    const held = hold<TableRows>(this.path);
    const table = held.value.value;
    if (!table) return html`${held.error.value ? wentWrong(held.error.value, () => held.renew()) : onTheWay()}`;
    return html`
      <p class="sub">${table.file}${language.value === 'en' ? ` · ${table.meaning}` : nothing}</p>
      ${this.problemList(table)} ${this.refused ? html`<div class="band" role="alert">${this.refused}</div>` : nothing}
      ${this.paste
        ? pastePreview(
            this.paste,
            table.problems,
            () => this.settlePaste(this.paste!),
            () => (this.paste = undefined),
          )
        : nothing}
      <label class="why">${t('data.why')} <input .value=${this.why} maxlength="200"
        @input=${(e: Event) => (this.why = (e.target as HTMLInputElement).value)} /></label>
      <div
        class="grid"
        role="grid"
        aria-label=${table.file}
        aria-rowcount=${table.rowCount + 1}
        @scroll=${(e: Event) => (this.first = Math.floor((e.target as HTMLElement).scrollTop / ROW_PX))}
        @paste=${(e: ClipboardEvent) => void this.pasteInto(e, table)}
        @keydown=${(e: KeyboardEvent) => this.key(e, table)}
      >
        ${this.head(table)} ${this.body(table)}
      </div>
      <div class="under">
        <button type="button" @click=${() => void this.change([{ insert: 0, cells: {} }])}>${t('data.addRow')}</button>
        ${table.rowCount > PAGE
          ? html`<button type="button" ?disabled=${this.from === 0} @click=${() => (this.from -= PAGE)}>←</button>
              <span class="sub">${this.from + 1}–${Math.min(this.from + PAGE, table.rowCount)} / ${table.rowCount}</span>
              <button type="button" ?disabled=${this.from + PAGE >= table.rowCount} @click=${() => (this.from += PAGE)}>→</button>`
          : nothing}
        <span class="sub">${t('data.pasteHint')}</span>
      </div>
    `;
  }

  private problemList(table: TableRows): TemplateResult | typeof nothing {
    if (!table.problems.length) return nothing;
    return html`<details class="band" open>
      <summary><b>${t('data.problems', { count: table.problems.length })}</b></summary>
      <ul>
        ${table.problems.slice(0, 20).map(
          (p) => html`<li>
            <button type="button" class="quiet" @click=${() => this.show(p, table)}>
              ${p.row ? t('data.row', { row: p.row }) : ''} ${p.column ?? ''}
            </button>
            ${problemWords(p)}
          </li>`,
        )}
      </ul>
    </details>`;
  }

  private head(table: TableRows): TemplateResult {
    return html`<div class="grid-row grid-head" role="row">
      <span role="columnheader" class="row-number">#</span>
      ${table.columns.map(
        (c, k) => html`<span role="columnheader" ${css({ width: widthOf(table, k) })} title=${[c.meaning, c.unit].filter(Boolean).join(' · ') || nothing}
          >${c.name}${c.isRequired ? html`<b class="breach" aria-label=${t('data.required')}>*</b>` : nothing}</span
        >`,
      )}
    </div>`;
  }

  private body(table: TableRows): TemplateResult {
    const start = Math.max(0, this.first - AROUND);
    const rows = table.rows.slice(start, this.first + 20 + AROUND);
    return html`<div class="grid-space" role="rowgroup" ${css({ height: `${table.rows.length * ROW_PX}px` })}>
      ${rows.map((row, i) => {
        const r = start + i;
        return html`<div class="grid-row" role="row" aria-rowindex=${row.row} ${css({ top: `${r * ROW_PX}px` })}>
          <span role="rowheader" class="row-number">${row.row}</span>
          ${table.columns.map((c, k) => this.cell(table, row.row, r, c, k, row.cells[k] ?? ''))}
        </div>`;
      })}
    </div>`;
  }

  private cell(table: TableRows, row: number, r: number, column: Column, k: number, text: string): TemplateResult {
    const isEdited = this.editing?.row === row && this.editing.column === column.name;
    const wrong = isEdited
      ? this.editing!.problems
      : table.problems.filter((p) => p.row === row && p.column === column.name);
    const isFocus = this.focused.r === r && this.focused.c === k;
    return html`<span
      role="gridcell"
      ${css({ width: widthOf(table, k) })}
      tabindex=${isFocus ? 0 : -1}
      data-at="${r}:${k}"
      class=${wrong.length ? 'wrong' : ''}
      title=${wrong[0] && !isEdited ? problemWords(wrong[0]) : nothing}
      @focus=${() => (this.focused = { r, c: k })}
      @dblclick=${() => this.edit(row, column.name, text)}
      >${isEdited ? this.editor(column, wrong) : text}</span
    >`;
  }

  private editor(column: Column, wrong: readonly Problem[]): TemplateResult {
    return html`<input
        class="cell-editor"
        aria-label=${column.name}
        aria-invalid=${wrong.length > 0}
        list=${column.choices?.length ? `choices-${column.name}` : nothing}
        .value=${this.editing!.text}
        @input=${(e: Event) => this.typed((e.target as HTMLInputElement).value)}
        @keydown=${(e: KeyboardEvent) => {
          if (e.key === 'Enter') void this.commit();
          else if (e.key === 'Escape') this.editing = undefined;
          else return;
          e.stopPropagation();
          e.preventDefault();
        }}
        @blur=${() => void this.commit()}
      />
      ${column.choices?.length
        ? html`<datalist id="choices-${column.name}">${column.choices.map((c) => html`<option value=${c}></option>`)}</datalist>`
        : nothing}
      ${wrong.length ? html`<span class="cell-hint" role="alert">${problemWords(wrong[0]!)}</span>` : nothing}`;
  }

  private edit(row: number, column: string, text: string): void {
    this.editing = { row, column, was: text, text, problems: [] };
    void this.updateComplete.then(() => {
      const field = this.querySelector<HTMLInputElement>('.cell-editor');
      field?.focus();
      field?.select();
    });
  }

  /** Checks what is typed, by the problems that the study would have with it. */
  private typed(text: string): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, text };
    clearTimeout(this.checking);
    const { row, column } = this.editing;
    this.checking = setTimeout(() => {
      void this.ask([{ row, column, value: text }], true).then((problems) => {
        if (this.editing?.text !== text) return;
        const here = problems?.filter((p) => p.row === row && (!p.column || p.column === column)) ?? [];
        this.editing = { ...this.editing, problems: here };
      });
    }, CHECK_AFTER_MS);
  }

  private async commit(): Promise<void> {
    const done = this.editing;
    this.editing = undefined;
    clearTimeout(this.checking);
    if (!done || done.text === done.was) return;
    const { row, column, text: value, was } = done;
    await this.change([{ row, column, value, was }]);
    said.value = `${column} ${was} → ${value}`;
  }

  private async change(edits: readonly object[]): Promise<void> {
    if ((await this.ask(edits, false)) === undefined) return;
    renewAll();
  }

  /** @returns the problems of the table, or undefined when the server refused */
  private async ask(edits: readonly object[], isDry: boolean): Promise<readonly Problem[] | undefined> {
    const path = withQuery(`tables/${encodeURIComponent(this.name)}/edits`, {
      dry: isDry ? '1' : undefined,
      lang: language.value,
    });
    try {
      const answer = await send<{ problems: readonly Problem[] }>('POST', path, {
        who: who.value,
        why: this.why,
        edits,
      });
      this.refused = '';
      return answer.problems;
    } catch (error) {
      if (error instanceof ServerError) this.refused = [error.message, error.hint].join(' ');
      return undefined;
    }
  }

  private async pasteInto(event: ClipboardEvent, table: TableRows): Promise<void> {
    const cells = pasted(event.clipboardData?.getData('text/plain') ?? '');
    if (this.editing && !isBlock(cells)) return;
    event.preventDefault();
    this.editing = undefined;
    const column = table.columns[this.focused.c]?.name ?? table.columns[0]?.name ?? '';
    const row = table.rows[this.focused.r]?.row ?? 0;
    const problems = (await this.ask([{ paste: { row, column, cells } }], true)) ?? [];
    this.paste = { row, column, cells, problems };
  }

  private settlePaste(paste: Paste): void {
    this.paste = undefined;
    const { row, column, cells } = paste;
    void this.change([{ paste: { row, column, cells } }]);
  }

  private key(event: KeyboardEvent, table: TableRows): void {
    if (this.editing) return;
    const { r, c } = this.focused;
    const column = table.columns[c];
    const row = table.rows[r];
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (step) this.focusCell(r + step[0], c + step[1], table);
    else if (event.key === 'Enter' && column && row) this.edit(row.row, column.name, row.cells[c] ?? '');
    else if (event.key === 'Delete' && column && row) {
      void this.change([{ row: row.row, column: column.name, value: '', was: row.cells[c] ?? '' }]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private focusCell(r: number, c: number, table: TableRows): void {
    const row = Math.max(0, Math.min(table.rows.length - 1, r));
    const column = Math.max(0, Math.min(table.columns.length - 1, c));
    this.focused = { r: row, c: column };
    const grid = this.querySelector('.grid');
    if (grid && (row < this.first || row > this.first + 12)) grid.scrollTop = Math.max(0, row - 4) * ROW_PX;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)?.focus());
  }

  private show(problem: Problem, table: TableRows): void {
    const r = table.rows.findIndex((row) => row.row === problem.row);
    const c = table.columns.findIndex((column) => column.name === problem.column);
    if (r >= 0) this.focusCell(r, Math.max(0, c), table);
  }
}
