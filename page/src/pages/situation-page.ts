import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../parts/element.js';
import { paperOf, type Paper } from '../parts/paper.js';
import { viewTabs } from '../parts/season-tabs.js';
import { address, language } from '../state/address.js';
import { viewPath } from '../state/paths.js';
import { withQuery } from '../api/client.js';
import { count, figure, percent } from '../words/figures.js';
import { nameIn, t, type Names } from '../words/words.js';
import '../chart/chart-figure.js';

interface Served {
  readonly people: number;
  readonly safelyManaged: number;
  readonly wastewater_m3_per_d: number;
  readonly treated_m3_per_d: number;
}

interface Situation {
  readonly total: Served;
  readonly safelyManagedShare: number;
  readonly wastewaterSafelyTreatedShare: number;
  readonly paths: readonly (Served & { readonly path: string; readonly name: string })[];
  readonly units: readonly (Served & { readonly unit: string; readonly names: Names })[];
}

/** Situation: who is served, what becomes of wastewater, where loads come from. */
@customElement('tonle-situation-page')
export class SituationPage extends PageElement {
  protected override render(): TemplateResult {
    const path = withQuery('situation', { sc: address.value.sc, lang: language.value });
    return html`<article class="paper">
      <h1>${t('title.situation')}</h1>
      ${paperOf<Situation>(path, told)}
      <section class="part">
        <h2>${t('situation.loads')}</h2>
        ${viewTabs(false)}
        <tonle-chart path=${viewPath('charts/flows', { s: undefined })}></tonle-chart>
      </section>
    </article>`;
  }
}

/** The situation as a paper: its sentence, people by path, people by province. */
function told(of: Situation): Paper {
  const lang = language.value;
  const heads = [
    `#${t('situation.people')}`,
    `#${t('situation.safe')}`,
    `#${t('situation.wastewater')}`,
    `#${t('situation.treated')}`,
  ];
  const row = (name: string, s: Served): string[] => [
    name,
    count(s.people),
    percent(s.people ? s.safelyManaged / s.people : 0, lang),
    count(s.wastewater_m3_per_d),
    count(s.treated_m3_per_d),
  ];
  const units = [...of.units].sort((a, b) => b.people - a.people);
  return {
    sentence: t('situation.sentence', {
      safe: percent(of.safelyManagedShare, lang),
      people: figure(of.total.people, 3),
      treated: percent(of.total.treated_m3_per_d / of.total.wastewater_m3_per_d, lang),
    }),
    sections: [
      {
        title: t('situation.paths'),
        note: t('situation.sdg', { share: percent(of.wastewaterSafelyTreatedShare, lang) }),
        table: {
          heads: [t('situation.path'), ...heads],
          rows: [...of.paths.map((p) => row(p.name, p)), row(t('total'), of.total)],
        },
      },
      {
        title: t('situation.provinces'),
        table: {
          heads: [t('province'), ...heads],
          rows: units.map((u) => row(nameIn(u.names) || u.unit, u)),
        },
      },
    ],
  };
}
