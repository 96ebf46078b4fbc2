import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { helpIsOpen, lettersAct, turnLetters } from '../parts/keys.js';
import { linkTo } from '../state/address.js';
import { showMarks } from '../map/first-marks.js';
import { khmerDigits, turnDigits } from '../words/digits.js';
import { t, type Key } from '../words/words.js';

const KEYS: readonly (readonly [string, Key])[] = [
  ['/', 'keys.find'],
  ['1 2 3 4', 'keys.season'],
  ['[ ]', 'keys.walk'],
  ['+ −', 'keys.zoom'],
  ['B', 'keys.baseline'],
  ['Ctrl Z · Ctrl Y', 'keys.undo'],
  ['L', 'keys.language'],
  ['P', 'keys.projector'],
  ['Esc', 'keys.back'],
  ['?', 'keys.help'],
];

/** Panel with the keys and how to read a river line; opens with `?` on every page. */
@customElement('tonle-help-panel')
export class HelpPanel extends PageElement {
  protected override render(): TemplateResult | typeof nothing {
    if (!helpIsOpen.value) return nothing;
    return html`<aside class="help-panel" role="dialog" aria-label=${t('help')}>
      <button type="button" class="close" @click=${() => (helpIsOpen.value = false)}>
        ${t('close')}
      </button>
      <h2>${t('keys')}</h2>
      <dl class="keys">
        ${KEYS.map(([key, words]) => html`<dt><kbd>${key}</kbd></dt><dd>${t(words)}</dd>`)}
      </dl>
      <label class="tick">
        <input type="checkbox" .checked=${lettersAct.value} @change=${turnLetters} />
        ${t('keys.letters')}
      </label>
      <label class="tick">
        <input type="checkbox" .checked=${khmerDigits.value} @change=${turnDigits} />
        ${t('digits.khmer')}
      </label>
      <p>
        <button type="button" @click=${showMarks}>${t('marks.again')}</button>
        <a href=${linkTo(['help'])}>${t('help.more')}</a>
      </p>
    </aside>`;
  }
}
