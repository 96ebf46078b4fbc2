import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { helpIsOpen } from '../parts/keys.js';
import { t } from '../words/words.js';

const SEEN = 'tonle.seen';
const isShown = signal(localStorage.getItem(SEEN) !== 'yes');

/** Shows the marks again, from the help. */
export function showMarks(): void {
  helpIsOpen.value = false;
  isShown.value = true;
}

/** Three numbered marks of a first visit: river line, season strip, a lever. Gone at a click. */
@customElement('tonle-first-marks')
export class FirstMarks extends PageElement {
  private readonly away = (): void => {
    if (!isShown.value) return;
    isShown.value = false;
    localStorage.setItem(SEEN, 'yes');
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.away);
    document.addEventListener('keydown', this.away);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.away);
    document.removeEventListener('keydown', this.away);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!isShown.value) return nothing;
    return html`<ol class="first-marks" aria-label=${t('marks')}>
      <li class="mark-river"><b>1</b><span>${t('marks.river')}</span></li>
      <li class="mark-season"><b>2</b><span>${t('marks.season')}</span></li>
      <li class="mark-lever"><b>3</b><span>${t('marks.lever')}</span></li>
    </ol>`;
  }
}
