import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { helpIsOpen } from '../parts/keys.js';
import { theme, turnTheme } from '../look/theme.js';
import { address, LANGUAGES, linkTo, page, print, type Language } from '../state/address.js';
import { study } from '../state/study.js';
import { nameIn, t } from '../words/words.js';
import { PAGES } from './pages.js';
import '../map/search-field.js';
import '../levers/scenario-choice.js';

/** Languages in themselves. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'EN', zh: '中文', km: 'ខ្មែរ' };

/** Header: study, pages, search, scenario, language, theme, help in the same place everywhere. */
@customElement('tonle-header')
export class Header extends PageElement {
  protected override render(): TemplateResult {
    const here = page.value === 'place' ? 'map' : page.value;
    return html`<header class="top">
      <a class="brand" href=${linkTo(['map'])} aria-label="Tonle">${waves()}<b>Tonle</b></a>
      <span class="study-name">${nameIn(study.value?.names).split(/[:：៖]/)[0]}</span>
      <nav class="pages" aria-label=${t('pages')}>
        ${PAGES.map(
          (name) => html`<a
            href=${linkTo([name])}
            aria-current=${name === here ? 'page' : nothing}
            >${t(`page.${name}`)}</a
          >`,
        )}
      </nav>
      <tonle-search></tonle-search>
      <tonle-scenario-choice></tonle-scenario-choice>
      <nav class="languages" aria-label=${t('languages')}>
        ${LANGUAGES.map(
          (lang) => html`<a
            href=${print({ ...address.value, lang })}
            lang=${lang}
            hreflang=${lang}
            aria-current=${lang === address.value.lang ? 'true' : nothing}
            >${OWN_NAMES[lang]}</a
          >`,
        )}
      </nav>
      <button type="button" class="quiet" @click=${turnTheme}>
        ${t(theme.value === 'dark' ? 'theme.light' : 'theme.dark')}
      </button>
      <button
        type="button"
        class="quiet"
        aria-expanded=${helpIsOpen.value}
        @click=${() => (helpIsOpen.value = !helpIsOpen.value)}
      >
        ${t('help')} <kbd>?</kbd>
      </button>
    </header>`;
  }
}

function waves(): TemplateResult {
  return html`<svg class="waves" viewBox="0 0 26 20" aria-hidden="true">
    <path d="M2 7c3.5-5 7.5-5 11 0s7.5 5 11 0" />
    <path class="second" d="M2 15c3.5-5 7.5-5 11 0s7.5 5 11 0" />
  </svg>`;
}
