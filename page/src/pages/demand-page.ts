import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { withQuery } from '../api/client.js';
import { areaMap } from '../map/area-map.js';
import { choice } from '../parts/choice.js';
import { PageElement } from '../parts/element.js';
import { paperOf } from '../parts/paper.js';
import { address, go, language, linkTo } from '../state/address.js';
import { oneConstituent, riverMap, study } from '../state/study.js';
import { placeName } from '../state/tell.js';
import { figure, percent } from '../words/figures.js';
import { isKey, t } from '../words/words.js';
import { constituentName } from './fit-page.js';

interface Row {
  readonly level: 'total' | 'unit' | 'source';
  readonly unit: string;
  readonly source: string;
  readonly category: string;
  readonly name: string;
  readonly constituent: string;
  readonly now_t_per_a: number;
  readonly cut_t_per_a: number;
  readonly cutLow_t_per_a: number;
  readonly cutHigh_t_per_a: number;
  readonly peopleEquivalent: number | null;
  readonly treat_m3_per_d: number | null;
  readonly bindingPlace: string;
}

interface Demand {
  readonly rule: string;
  readonly rules: readonly string[];
  readonly confidence: number;
  readonly rows: readonly Row[];
  readonly unmeasured: readonly { readonly sentence: string }[];
}

const CONFIDENCES = ['50', '80', '90', '95', '99'];

/** Demand: what must go, by province and source, as table and map. */
@customElement('tonle-demand-page')
export class DemandPage extends PageElement {
  @state() private rule: string | undefined;
  @state() private confidence: string | undefined;
  @state() private opened = '';

  protected override render(): TemplateResult {
    const path = withQuery('demand', {
      rule: this.rule,
      confidence: this.confidence,
      sc: address.value.sc,
      lang: language.value,
    });
    return html`<article class="paper demand">
      <h1>${t('title.demand')}</h1>
      ${paperOf<Demand>(path, () => ({}), (demand) => this.told(demand))}
    </article>`;
  }

  private told(demand: Demand): TemplateResult {
    const constituents = [...new Set(demand.rows.map((r) => r.constituent))];
    const wanted = oneConstituent.value?.id ?? '';
    const c = constituents.includes(wanted) ? wanted : (constituents[0] ?? '');
    if (!c) return html`<p class="empty">${t('demand.none')}</p>`;
    const rows = demand.rows.filter((r) => r.constituent === c && r.cut_t_per_a > 0);
    const units = rows.filter((r) => r.level === 'unit').sort((a, b) => b.cut_t_per_a - a.cut_t_per_a);
    const total = rows.find((r) => r.level === 'total');
    const unit = unitOf(c);
    return html`
      ${total
        ? html`<p class="sentence">
            ${t('demand.sentence', {
              count: units.length,
              load: isBacteria(c) ? reduction(total) : `${figure(total.cut_t_per_a, 3)} ${unit}`,
              constituent: constituentName(c),
              people: figure(total.peopleEquivalent, 3),
            })}
          </p>`
        : nothing}
      ${this.choices(demand, constituents, c)}
      <div class="demand-parts">
      ${this.table(units, rows, total, unit)}
      ${areaMap(
        (riverMap.value?.provinces ?? []).map((p) => ({
          id: p.id,
          value: units.find((u) => u.unit === p.id)?.cut_t_per_a ?? 0,
        })),
        t('demand.cut', { unit }),
        [],
      )}
      </div>
      ${demand.unmeasured.slice(0, 4).map((u) => html`<p class="measure-first">${u.sentence}</p>`)}
    `;
  }

  private choices(demand: Demand, constituents: readonly string[], c: string): TemplateResult {
    return html`<div class="view-tabs">
      ${choice(
        t('view.constituent'),
        constituents.map((id) => ({ id, words: constituentName(id) })),
        c,
        (id) => go({ c: id }),
      )}
      ${choice(
        t('demand.rule'),
        demand.rules.map((id) => ({ id, words: isKey(`rule.${id}`) ? t(`rule.${id}` as never) : id })),
        demand.rule,
        (id) => (this.rule = id),
      )}
      ${choice(
        t('demand.confidence'),
        CONFIDENCES.map((id) => ({ id, words: t('demand.ofHundred', { count: id }) })),
        String(Math.round(100 * demand.confidence)),
        (id) => (this.confidence = id),
      )}
    </div>`;
  }

  private table(
    units: readonly Row[],
    rows: readonly Row[],
    total: Row | undefined,
    unit: string,
  ): TemplateResult {
    const most = Math.max(...units.map((u) => u.cutHigh_t_per_a), 1e-9);
    return html`<div class="scroll demand-table" tabindex="0" role="region" aria-label=${t('title.demand')}>
      <table>
        <thead>
          <tr>
            <th>${t('province')}</th>
            <th class="n">${t('demand.now')}</th>
            <th class="n">${t('demand.allowed')}</th>
            <th>${t('demand.cut', { unit })}</th>
            <th class="n">${t('demand.people')}</th>
            <th class="n">${t('demand.works')}</th>
            <th>${t('demand.binding')}</th>
          </tr>
        </thead>
        <tbody>
          ${units.map((u) => this.unit(u, rows, most))}
          ${total ? this.line(total, most, t('total'), 'sum') : nothing}
        </tbody>
      </table>
      <p class="sub">${t('demand.bars')}</p>
    </div>`;
  }

  private unit(u: Row, rows: readonly Row[], most: number): TemplateResult {
    const isOpen = this.opened === u.unit;
    const sources = rows
      .filter((r) => r.level === 'source' && r.unit === u.unit)
      .sort((a, b) => b.cut_t_per_a - a.cut_t_per_a)
      .slice(0, 12);
    const name = html`<button
      type="button"
      class="quiet"
      aria-expanded=${isOpen}
      @click=${() => (this.opened = isOpen ? '' : u.unit)}
    >
      ${isOpen ? '▾' : '▸'} ${u.name}
    </button>`;
    return html`${this.line(u, most, name, isOpen ? 'open' : '')}
    ${isOpen ? sources.map((s) => this.line(s, most, s.name, 'source')) : nothing}`;
  }

  private line(row: Row, most: number, name: TemplateResult | string, style: string): TemplateResult {
    const x = (value: number) => (110 * Math.min(value, most)) / most;
    const place = riverMap.value?.places.findIndex((p) => p.id === row.bindingPlace) ?? -1;
    return html`<tr class=${style}>
      <td>${name}</td>
      <td class="n">${figure(row.now_t_per_a, 3)}</td>
      <td class="n">${figure(row.now_t_per_a - row.cut_t_per_a, 3)}</td>
      <td class="cut">
        ${style === 'sum'
          ? nothing
          : html`<svg class="cut-bar" viewBox="0 0 114 14" aria-hidden="true">
              <rect class="bar" y="2" height="10" width=${x(row.cut_t_per_a)} />
              ${svg`<path class="whisker" d="M${x(row.cutLow_t_per_a)} 3v8m0-4H${x(row.cutHigh_t_per_a)}m0-4v8" />`}
            </svg>`}
        <b>${figure(row.cut_t_per_a, 3)}</b>
        ${isBacteria(row.constituent) ? html`<div class="sub">${reduction(row)}</div>` : nothing}
        <span class="aloud">${t('band90', { low: figure(row.cutLow_t_per_a), high: figure(row.cutHigh_t_per_a) })}</span>
      </td>
      <td class="n">${row.peopleEquivalent === null ? '–' : figure(row.peopleEquivalent, 3)}</td>
      <td class="n">${row.treat_m3_per_d === null ? '–' : figure(row.treat_m3_per_d, 2)}</td>
      <td>
        ${place < 0
          ? row.bindingPlace
          : html`<a href=${linkTo(['place', row.bindingPlace], { at: row.bindingPlace })}>${placeName(place)}</a>`}
      </td>
    </tr>`;
  }
}

function isBacteria(constituent: string): boolean {
  return study.value?.constituents.find((c) => c.id === constituent)?.isBacteria ?? false;
}

/** Loads of bacteria are counts, not tonnes. */
function unitOf(constituent: string): string {
  return isBacteria(constituent) ? '10¹²/a' : 't/a';
}

/** A cut of bacteria as engineers say it: a share and powers of ten. */
function reduction(row: Row): string {
  const share = row.cut_t_per_a / row.now_t_per_a;
  const left = Math.max(1 - share, 1e-9);
  return `${percent(share, language.value)}, ${figure(-Math.log10(left))} log`;
}

