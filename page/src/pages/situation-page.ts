import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { paper } from '../parts/paper.js';
import { viewTabs } from '../parts/season-tabs.js';
import { viewPath } from '../state/paths.js';
import { t } from '../words/words.js';

/** Situation: who is served, what becomes of wastewater, loads by kind and province. */
@customElement('tonle-situation-page')
export class SituationPage extends PageElement {
  protected override render(): TemplateResult {
    return html`<article class="paper">
      <h1>${t('title.situation')}</h1>
      ${viewTabs(false)} ${paper(viewPath('situation', { s: undefined }))}
    </article>`;
  }
}
