import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { paper } from '../parts/paper.js';
import { viewTabs } from '../parts/season-tabs.js';
import { viewPath } from '../state/paths.js';
import { t } from '../words/words.js';

/** Fit: measured beside simulated, misses first, and what to measure next. */
@customElement('tonle-fit-page')
export class FitPage extends PageElement {
  protected override render(): TemplateResult {
    return html`<article class="paper">
      <h1>${t('title.fit')}</h1>
      ${viewTabs(false)} ${paper(viewPath('fit', { s: undefined }))}
    </article>`;
  }
}
