import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { withQuery } from '../api/client.js';
import { choice } from '../parts/choice.js';
import { PageElement } from '../parts/element.js';
import { paperOf, type Paper } from '../parts/paper.js';
import { scenarioName, scenarios } from '../levers/scenario-choice.js';
import { address, go, language, linkTo } from '../state/address.js';
import { riverMap } from '../state/study.js';
import { nameIn, t } from '../words/words.js';
import { seasonName } from './fit-page.js';
import { WAYS, type Way } from '../map/swipe-map.js';

interface Compared {
  readonly title: string;
  readonly isNothing: boolean;
  readonly levers: readonly {
    readonly name: string;
    readonly settings: string;
    readonly isNothing: boolean;
    readonly reaches: number;
    readonly met: number;
    readonly breached: number;
    readonly why: readonly string[];
  }[];
  readonly moves: readonly {
    readonly place: string;
    readonly season: string;
    readonly constituent: string;
    readonly difference: string;
    readonly better: string;
  }[];
}

/** Compare: two scenarios by swipe, side by side, difference and table; every lever that differs stands first. */
@customElement('tonle-compare-page')
export class ComparePage extends PageElement {
  @state() private how: Way = 'swipe';

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
          ${WAYS.map(
            (how) => html`<button type="button" aria-pressed=${this.how === how} @click=${() => (this.how = how)}>
              ${t(`compare.${how}`)}
            </button>`,
          )}
        </div>
      </div>
      ${(sc ?? '') === other
        ? html`<p class="empty">${t('compare.same')}</p>`
        : html`${paperOf<Compared>(
              withQuery('compare', { a: vs, b: sc, lang: language.value }),
              told,
              (value) => this.levers(value),
            )}
            <p class="sub"><a href=${linkTo(['map'], { show: 'change' })}>${t('compare.onMap')}</a></p>`}
      ${(sc ?? '') === other ? nothing : html`<tonle-swipe-map .how=${this.how}></tonle-swipe-map>`}
    </article>`;
  }

  private levers(value: Compared): TemplateResult {
    const all = value.levers;
    return html`<section class="part">
      <h2>${t('compare.differ', { count: all.length })}</h2>
      <ul class="differences">
        ${all.map(
          (l) => html`<li>
            <b>${l.name}</b>: ${l.settings}
            <span class="sub"
              >${l.isNothing
                ? t('compare.nothing')
                : t('compare.effect', { reaches: l.reaches, met: l.met, breached: l.breached })}</span
            >
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** Where the water differs most. */
function told(value: Compared): Paper {
  const places = riverMap.value?.places ?? [];
  const name = (id: string) => nameIn(places.find((p) => p.id === id)?.name) || id;
  return {
    sentence: value.title,
    sections: [
      {
        title: t('compare.moves'),
        table: {
          heads: [t('list.place'), t('seasons'), t('view.constituent'), `#${t('compare.difference')}`, `#${t('compare.better')}`],
          rows: value.moves.slice(0, 60).map((m) => [
            name(m.place),
            seasonName(m.season),
            m.constituent,
            m.difference,
            m.better,
          ]),
          links: value.moves.slice(0, 60).map((m) => [m.place]),
        },
      },
    ],
  };
}
