import { html, type TemplateResult } from 'lit';
import type { Problem } from '../api/types.js';
import { problemWords } from '../parts/problem-words.js';
import { t } from '../words/words.js';

/** A paste that waits for a yes: what it would set, and the problems the table would have. */
export interface Paste {
  readonly row: number;
  readonly column: string;
  readonly cells: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

const MOST = 12;

/** What a paste would do, problems first, before anything is set. */
export function pastePreview(
  paste: Paste,
  before: readonly Problem[],
  doIt: () => void,
  leave: () => void,
): TemplateResult {
  const isOld = (p: Problem): boolean =>
    before.some((q) => q.row === p.row && problemWords(q) === problemWords(p));
  const fresh = paste.problems.filter((p) => !isOld(p));
  return html`<section class="paste" role="dialog" aria-label=${t('data.paste')}>
    <b>${t('data.pasteOf', { rows: paste.cells.length, row: paste.row, column: paste.column })}</b>
    ${fresh.length ? listed(fresh) : html`<p>${t('data.pasteClean')}</p>`}
    <button type="button" @click=${doIt}>${t('data.pasteDo')}</button>
    <button type="button" class="quiet" @click=${leave}>${t('cancel')}</button>
  </section>`;
}

function listed(problems: readonly Problem[]): TemplateResult {
  return html`<p class="breach">${t('data.pasteProblems', { count: problems.length })}</p>
    <ul>
      ${problems.slice(0, MOST).map(
        (p) => html`<li>
          ${p.row ? t('data.row', { row: p.row }) : ''} ${p.column ?? ''}: ${problemWords(p)}
        </li>`,
      )}
    </ul>`;
}
