import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { t, type Key } from '../words/words.js';
import { mark, MARKS } from '../parts/mark.js';
import '../map/legend.js';

const RIVER_LINE: readonly Key[] = [
  'read.colour',
  'read.width',
  'read.ticks',
  'read.gaps',
  'read.chevrons',
];

/** Help: how to read a river line, the marks of provenance, what each page is for. */
@customElement('tonle-help-page')
export class HelpPage extends PageElement {
  protected override render(): TemplateResult {
    return html`<article class="paper">
      <h1>${t('title.help')}</h1>
      <p class="sentence">${t('help.what')}</p>
      <h2>${t('read')}</h2>
      <div class="help-line">
        <tonle-legend></tonle-legend>
        <ol>
          ${RIVER_LINE.map((key) => html`<li>${t(key)}</li>`)}
        </ol>
      </div>
      <h2>${t('marks.provenance')}</h2>
      <dl class="provenance">
        ${MARKS.map((m) => html`<dt>${mark(m)} ${t(`mark.${m}`)}</dt><dd>${t(`mark.${m}.what`)}</dd>`)}
      </dl>
      <h2>${t('help.pages')}</h2>
      <dl>
        ${(['map', 'situation', 'water', 'cause', 'demand', 'plan', 'fit', 'data'] as const).map(
          (p) => html`<dt>${t(`page.${p}`)}</dt><dd>${t(`page.${p}.what`)}</dd>`,
        )}
      </dl>
    </article>`;
  }
}
