import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { problemWords } from '../parts/problem-words.js';
import { onTheWay, wentWrong } from '../parts/says.js';
import { hold, renewAll, withQuery } from '../api/client.js';
import type { Study } from '../api/types.js';
import { address, go, language, linkTo, ownLanguage, page } from '../state/address.js';
import { said } from '../state/levers.js';
import { isReady, study, studyError } from '../state/study.js';
import { t, nameIn } from '../words/words.js';
import { isPage, pageOf } from './pages.js';
import './header.js';
import './help-panel.js';

/** The whole page: header, the page that the address names, help, and what is read aloud. */
@customElement('tonle-page')
export class Page extends PageElement {
  private version: string | undefined;
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
    if (about.state === 'preparing') this.askSoon();
    // The bare address of the server names neither language nor study.
    if (about.id && !address.value.study) {
      queueMicrotask(() => go({ lang: ownLanguage(), study: about.id }, 'replace'));
    }
    this.renewWith(about.version);
    const isData = page.value === 'data';
    if (!isReady.value && !isData) return notReady(about);
    return html`${about.state === 'ready' || isData ? nothing : keptBand(about)} ${pageOf(page.value)}`;
  }

  /** The study is being read and run: ask again until it stands. */
  private askSoon(): void {
    this.asking ??= setTimeout(() => {
      this.asking = undefined;
      askAgain();
    }, 400);
  }

  /** Asks for everything shown once the study has new results. */
  private renewWith(version: string | undefined): void {
    if (this.version !== undefined && version !== undefined && version !== this.version) {
      queueMicrotask(renewAll);
    }
    this.version = version ?? this.version;
  }
}

/** Before the first results there is nothing to show but how far they are, or what stops them. */
function notReady(about: Study): TemplateResult {
  if (about.state === 'preparing') {
    return html`<div class="band" role="status"><b>${t('preparing')}</b></div>`;
  }
  return html`<div class="band" role="alert">
    <b>${t('wrong', { count: about.errors })}</b>
    <ul>
      ${about.problems.slice(0, 20).map((p) => html`<li>${problemWords(p)}</li>`)}
    </ul>
    <a href=${linkTo(['data'])}>${t('wrong.tables')}</a>
  </div>`;
}

/** The last good results stay while the study is computed anew or its data are wrong. */
function keptBand(about: Study): TemplateResult {
  return about.state === 'preparing'
    ? html`<div class="band" role="status">${t('renewing')}</div>`
    : html`<div class="band" role="alert">
        <b>${t('wrong.kept', { count: about.errors })}</b>
        <a href=${linkTo(['data'])}>${t('wrong.tables')}</a>
      </div>`;
}

function askAgain(): void {
  hold(withQuery('study', { lang: language.value })).renew();
}
