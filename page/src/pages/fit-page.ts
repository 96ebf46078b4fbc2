import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { withQuery } from '../api/client.js';
import { PageElement } from '../parts/element.js';
import { paperOf, type Paper } from '../parts/paper.js';
import { address, language } from '../state/address.js';
import { study } from '../state/study.js';
import { figure, percent } from '../words/figures.js';
import { nameIn, t, isKey } from '../words/words.js';

interface Fit {
  readonly agreement: readonly {
    readonly constituent: string;
    readonly use: string;
    readonly grade: string;
    readonly measures: Readonly<Record<string, number | string | null>>;
  }[];
  readonly comparisons: readonly {
    readonly station: string;
    readonly place: string;
    readonly constituent: string;
    readonly seasons: string;
    readonly n: number;
    readonly value: number;
    readonly reference: string;
    readonly simulated: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly isCovered: boolean;
  }[];
}

/** Fit: measured beside simulated, misses first, and how well each constituent agrees. */
@customElement('tonle-fit-page')
export class FitPage extends PageElement {
  protected override render(): TemplateResult {
    const path = withQuery('fit', { sc: address.value.sc, lang: language.value });
    return html`<article class="paper">
      <h1>${t('title.fit')}</h1>
      ${paperOf<Fit>(path, told)}
    </article>`;
  }
}

function told(of: Fit): Paper {
  const all = of.comparisons;
  if (!all.length) return { empty: t('fit.empty') };
  const missed = all.filter((c) => !c.isCovered).length;
  const lang = language.value;
  return {
    sentence: t('fit.sentence', { missed, count: all.length }),
    sections: [
      {
        title: t('fit.agreement'),
        note: t('fit.agreement.note'),
        table: {
          heads: [
            t('view.constituent'), t('fit.use'), t('fit.grade'), `#${t('fit.count')}`,
            `#${t('fit.percentBias')}`, '#NSE', '#KGE', '#R²', `#${t('fit.covered')}`,
          ],
          rows: of.agreement.map((a) => [
            constituentName(a.constituent),
            worded('use', a.use),
            worded('grade', a.grade),
            String(a.measures['count'] ?? '–'),
            `${measure(a.measures['percentBias'])} %`,
            measure(a.measures['nse']),
            measure(a.measures['kge']),
            measure(a.measures['r2']),
            percent(Number(a.measures['covered']), lang),
          ]),
        },
      },
      {
        title: t('fit.comparisons'),
        table: {
          heads: [
            t('fit.station'), t('view.constituent'), t('seasons'), `#${t('fit.n')}`, `#${t('fit.measured')}`,
            `#${t('fit.simulated')}`, `#${t('fit.band')}`, t('fit.source'),
          ],
          rows: all.map((c) => [
            c.station,
            c.constituent,
            c.seasons.split(/[;,\s]+/).map(seasonName).join(', '),
            String(c.n),
            figure(c.value, 3),
            figure(c.simulated, 3) + (c.isCovered ? '' : ` ${t('fit.miss')}`),
            `${figure(c.low)}–${figure(c.high)}`,
            c.reference,
          ]),
          links: all.map((c) => [c.place]),
        },
      },
    ],
  };
}

function measure(value: number | string | null | undefined): string {
  return typeof value === 'number' ? figure(value) : '–';
}

function worded(family: string, id: string): string {
  const key = `fit.${family}.${id}`;
  return isKey(key) ? t(key) : id;
}

export function constituentName(id: string): string {
  const one = study.value?.constituents.find((c) => c.id === id);
  return (one && nameIn(one.names)) || id;
}

export function seasonName(id: string): string {
  const one = study.value?.seasons.find((s) => s.id === id);
  return ((one && nameIn(one.names)) || id).replace(/\s*[（(].*$/, '');
}
