import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { withQuery } from '../api/client.js';
import { choice } from '../parts/choice.js';
import { PageElement } from '../parts/element.js';
import { paper, type Paper } from '../parts/paper.js';
import { scenarioName, scenarios } from '../levers/scenario-choice.js';
import { address, go, language, linkTo } from '../state/address.js';
import { oneConstituent, standard } from '../state/study.js';
import { t } from '../words/words.js';
import '../map/swipe-map.js';

interface ComparePaper extends Paper {
  readonly levers?: readonly { readonly name: string; readonly a: string; readonly b: string }[];
}

/** Compare: two scenarios by swipe, difference and table; every lever that differs stands first. */
@customElement('tonle-compare-page')
export class ComparePage extends PageElement {
  @state() private how: 'swipe' | 'difference' = 'swipe';

  protected override render(): TemplateResult {
    const { sc, vs } = address.value;
    const options = [
      { id: '', words: scenarioName(undefined) },
      ...scenarios().map((s) => ({ id: s.id, words: scenarioName(s.id) })),
    ];
    const other = vs ?? '';
    return html`<article class="paper compare">
      <h1>${t('title.compare')}</h1>
      <div class="view-tabs">
        ${choice(t('compare.a'), options, other, (id) => go({ vs: id || undefined }))}
        ${choice(t('compare.b'), options, sc ?? '', (id) => go({ sc: id || undefined }))}
        <div class="tabs" role="group" aria-label=${t('compare.how')}>
          ${(['swipe', 'difference'] as const).map(
            (how) => html`<button type="button" aria-pressed=${this.how === how} @click=${() => (this.how = how)}>
              ${t(`compare.${how}`)}
            </button>`,
          )}
        </div>
      </div>
      ${(sc ?? '') === other
        ? html`<p class="empty">${t('compare.same')}</p>`
        : html`${paper<ComparePaper>(
              withQuery('compare', {
                a: vs ?? 'baseline',
                b: sc ?? 'baseline',
                c: oneConstituent.value?.id,
                std: standard.value?.id,
                lang: language.value,
              }),
              (value) => this.levers(value),
            )}
            <p class="sub"><a href=${linkTo(['map'], { show: 'change' })}>${t('compare.onMap')}</a></p>`}
      ${(sc ?? '') === other ? nothing : html`<tonle-swipe-map .isDifference=${this.how === 'difference'}></tonle-swipe-map>`}
    </article>`;
  }

  private levers(value: ComparePaper): TemplateResult {
    const all = value.levers ?? [];
    return html`<section class="part">
      <h2>${t('compare.differ', { count: all.length })}</h2>
      <table>
        <thead>
          <tr><th>${t('compare.lever')}</th><th>${scenarioName(address.value.vs)}</th><th>${scenarioName(address.value.sc)}</th></tr>
        </thead>
        <tbody>
          ${all.map((l) => html`<tr><td>${l.name}</td><td>${l.a}</td><td><b>${l.b}</b></td></tr>`)}
        </tbody>
      </table>
    </section>`;
  }
}
