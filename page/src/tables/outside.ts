import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hold, renewAll, send, withQuery } from '../api/client.js';
import { PageElement } from '../parts/element.js';
import { language } from '../state/address.js';
import { who } from '../state/who.js';
import { t } from '../words/words.js';

interface Outside {
  readonly tables: readonly {
    readonly file: string;
    readonly columns: readonly string[];
    readonly rows: readonly {
      readonly key: string;
      readonly isContested: boolean;
      readonly mine: readonly string[] | null;
      readonly theirs: readonly string[] | null;
    }[];
  }[];
}

/** Tables that something else changed on the disk: both versions by row, and the question which. */
@customElement('tonle-outside')
export class OutsideChanges extends PageElement {
  protected override render(): TemplateResult | typeof nothing {
    const tables = hold<Outside>(withQuery('outside', { lang: language.value })).value.value?.tables;
    if (!tables?.length) return nothing;
    return html`${tables.map(
      (table) => html`<section class="band outside" role="alert">
        <b>${t('data.outside', { file: table.file })}</b>
        <div class="scroll">
          <table>
            <thead>
              <tr><th>${t('data.row', { row: '' })}</th><th>${t('data.mine')}</th><th>${t('data.theirs')}</th></tr>
            </thead>
            <tbody>
              ${table.rows.slice(0, 50).map(
                (row) => html`<tr class=${row.isContested ? 'breach' : ''}>
                  <td>${row.key}</td>
                  <td>${row.mine?.join(' · ') ?? '–'}</td>
                  <td>${row.theirs?.join(' · ') ?? '–'}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${(['mine', 'theirs'] as const).map(
          (take) => html`<button type="button" @click=${() => void settle(table.file, take)}>
            ${t(`data.take.${take}`)}
          </button>`,
        )}
      </section>`,
    )}`;
  }
}

async function settle(file: string, take: 'mine' | 'theirs'): Promise<void> {
  const name = file.replace(/\.csv$/, '');
  await send('POST', `outside/${encodeURIComponent(name)}`, { who: who.value, take });
  renewAll();
}
