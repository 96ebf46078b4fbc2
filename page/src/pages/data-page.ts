import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { hold, renewAll, send, ServerError, withQuery } from '../api/client.js';
import { PageElement } from '../parts/element.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { address, language, linkTo } from '../state/address.js';
import { callMe, who } from '../state/who.js';
import type { LogLine, TableOf } from '../tables/types.js';
import { isKey, t } from '../words/words.js';
import '../tables/table-grid.js';
import '../tables/outside.js';

/** Data: every table of the study, its problems in the cells, the log, undo and save. */
@customElement('tonle-data-page')
export class DataPage extends PageElement {
  @state() private said = '';

  protected override render(): TemplateResult {
    const chosen = address.value.page[1];
    const held = hold<{ isKept: boolean; tables: readonly TableOf[] }>(
      withQuery('tables', { lang: language.value }),
    );
    const all = held.value.value;
    if (!all) return html`${held.error.value ? wentWrong(held.error.value, () => held.renew()) : onTheWay()}`;
    const present = all.tables.filter((table) => table.isPresent || table.isRequired);
    const name = chosen ?? present.find((table) => table.name === 'towns')?.name ?? present[0]?.name;
    return html`<div class="data">
      <nav class="data-list" aria-label=${t('data.tables')}>
        <a href=${linkTo(['data', 'log'])} aria-current=${name === 'log' ? 'page' : nothing}>${t('data.log')}</a>
        ${present.map(
          (table) => html`<a
            href=${linkTo(['data', table.name])}
            aria-current=${table.name === name ? 'page' : nothing}
          >
            ${tableTitle(table.name)} <span class="sub">${table.rows}</span>
            ${table.errors ? html`<b class="breach">${t('data.errors', { count: table.errors })}</b>` : nothing}
            ${table.isChanged ? html`<b class="changed">${t('data.changed')}</b>` : nothing}
          </a>`,
        )}
      </nav>
      <article class="data-body">
        <header>
          <h1>${name === 'log' ? t('data.log') : tableTitle(name ?? '')}</h1>
          ${this.buttons()}
        </header>
        ${all.isKept ? nothing : html`<div class="band" role="status">${t('data.notKept')}</div>`}
        ${this.said ? html`<div class="band" role="status">${this.said}</div>` : nothing}
        <tonle-outside></tonle-outside>
        ${name === 'log' ? this.log() : html`<tonle-table-grid .name=${name ?? ''}></tonle-table-grid>`}
      </article>
    </div>`;
  }

  private buttons(): TemplateResult {
    return html`<div class="data-buttons">
      <label>${t('data.who')}
        <input .value=${who.value} placeholder=${t('data.thisComputer')} maxlength="60"
          @change=${(e: Event) => callMe((e.target as HTMLInputElement).value)} /></label>
      <button type="button" @click=${() => void this.act('undo')}>↶ ${t('undo')}</button>
      <button type="button" @click=${() => void this.act('redo')}>↷ ${t('redo')}</button>
      <button type="button" class="save" @click=${() => void this.act('save')}>${t('data.save')}</button>
    </div>`;
  }

  private async act(what: 'undo' | 'redo' | 'save'): Promise<void> {
    try {
      const path = withQuery(what, { lang: language.value });
      const done = await send<{ saved?: readonly string[]; what?: readonly string[] }>(
        'POST',
        path,
        what === 'save' ? {} : { who: who.value },
      );
      this.said = done.saved
        ? done.saved.length
          ? t('data.saved', { files: done.saved.join(', ') })
          : t('data.nothingToSave')
        : (done.what ?? []).join('; ');
      renewAll();
    } catch (error) {
      this.said = error instanceof ServerError ? `${error.message} ${error.hint}` : String(error);
    }
  }

  private log(): TemplateResult {
    const held = hold<{ log: readonly LogLine[]; unsaved: number }>(
      withQuery('log', { limit: '200', lang: language.value }),
    );
    const value = held.value.value;
    if (!value) return html`${held.error.value ? wentWrong(held.error.value) : onTheWay()}`;
    if (!value.log.length) return html`<p class="empty">${t('data.logEmpty')}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th>${t('data.at')}</th>
          <th>${t('data.who')}</th>
          <th>${t('data.table')}</th>
          <th>${t('data.what')}</th>
          <th>${t('data.why')}</th>
        </tr>
      </thead>
      <tbody>
        ${value.log.map(
          (line) => html`<tr class=${line.isUndone ? 'undone' : ''}>
            <td>${line.at.replace('T', ' ').slice(0, 16)}</td>
            <td>${line.who || t('data.thisComputer')}</td>
            <td>${line.file}</td>
            <td>${line.what.join('; ')}</td>
            <td>${line.why}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

/** What a table is called; one that this page does not know goes by its file. */
export function tableTitle(name: string): string {
  const key = `table.${name}`;
  return isKey(key) ? t(key) : name;
}
