import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { problemWords } from '../parts/problem-words.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { hold, withQuery } from '../api/client.js';
import { address, language, page } from '../state/address.js';
import { said } from '../state/levers.js';
import { study, studyError } from '../state/study.js';
import { t, nameIn } from '../words/words.js';
import { isPage, pageOf } from './pages.js';
import './header.js';
import './help-panel.js';

/** The whole page: header, the page that the address names, help, and what is read aloud. */
@customElement('tonle-page')
export class Page extends PageElement {
  private asking: ReturnType<typeof setTimeout> | undefined;

  protected override render(): TemplateResult {
    const about = study.value;
    this.title = '';
    document.title = [t(isPage(page.value) ? `page.${page.value}` : 'page.map'), nameIn(about?.names)]
      .filter(Boolean)
      .join(' · ');
    return html`
      <a class="skip" href="#content">${t('skip')}</a>
      <tonle-header></tonle-header>
      ${wentWrong(studyError.value, askAgain)}
      <main id="content" tabindex="-1" class="page-${page.value}">${this.content()}</main>
      <tonle-help-panel></tonle-help-panel>
      <div class="aloud" role="status" aria-live="polite">${said.value}</div>
    `;
  }

  private content(): TemplateResult | typeof nothing {
    const about = study.value;
    if (!about) return studyError.value ? nothing : onTheWay();
    if (about.state === 'preparing') {
      // The study is still being read and run: ask again until it stands.
      this.asking ??= setTimeout(() => {
        this.asking = undefined;
        askAgain();
      }, 400);
      return html`<div class="band" role="status"><b>${t('preparing')}</b></div>`;
    }
    const isData = address.value.page[0] === 'data';
    if (about.state === 'wrong' && !isData) {
      return html`<div class="band" role="alert">
        <b>${t('wrong', { count: about.problems.length })}</b>
        <ul>
          ${about.problems.slice(0, 20).map((p) => html`<li>${problemWords(p)}</li>`)}
        </ul>
      </div>`;
    }
    return pageOf(page.value);
  }
}

function askAgain(): void {
  hold(withQuery('study', { lang: language.value })).renew();
}
