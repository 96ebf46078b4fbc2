import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { classColour } from '../look/palette.js';
import { palette } from '../look/theme.js';
import { PageElement } from '../parts/element.js';
import { chosen, limits, ranks, shown } from '../state/picture.js';
import { classes, constituent, season, standard, statistic, study } from '../state/study.js';
import { className, placeName } from '../state/tell.js';
import { figure, percent } from '../words/figures.js';
import { language } from '../state/address.js';
import { isKey, nameIn, t } from '../words/words.js';
import { CHANCES, CHANGES, SHARES } from './paint.js';

interface Row {
  readonly colour: string;
  readonly words: string;
  readonly limit: string;
  readonly isWorse?: boolean;
}

/** Legend, open at arrival: every colour of the map, what it means, and the other four channels. */
@customElement('tonle-legend')
export class Legend extends PageElement {
  protected override render(): TemplateResult {
    const unit = constituent.value?.unit ?? '';
    return html`<section class="legend" aria-label=${t('legend')}>
      <details ?open=${isWide()}>
        <summary>
          <b>${constituent.value ? nameIn(constituent.value.names) || constituent.value.id : t('view.all')}</b>
          ${shown.value === 'contribution' && chosen.value !== undefined
            ? html`<span class="sub">${t('legend.contribution', { place: placeName(chosen.value) })}</span>`
            : nothing}
          <span class="sub">${[unit ? t(`statistic.${statistic.value}`) : '', nameIn(season.value?.names), unit]
            .filter(Boolean)
            .join(' · ')}</span>
        </summary>
        <table>
          <caption class="aloud">${t(`show.${shown.value}`)}</caption>
          ${this.rows().map(
            (row) => html`<tr>
              <td>${swatch(row)}</td>
              <th scope="row">${row.words}</th>
              <td class="n">${row.limit}</td>
            </tr>`,
          )}
        </table>
        <div class="sub">${[nameIn(standard.value?.names), readAs(limits.value[0]?.statistic)].filter(Boolean).join(' · ')}</div>
        ${this.channels()}
      </details>
    </section>`;
  }

  private rows(): Row[] {
    const p = palette.value;
    const lang = language.value;
    switch (shown.value) {
      case 'chance':
        return between(CHANCES, p.classes, (v) => percent(v, lang));
      case 'contribution':
        return between(SHARES, p.contribution, (v) => percent(v, lang));
      case 'change':
        return changeRows(p.change, lang);
      default:
        return this.classRows();
    }
  }

  /** Classes with their limits; where a standard has none for the constituent, only the classes. */
  private classRows(): Row[] {
    const count = ranks.value.length;
    const upper = new Map(limits.value.map((b) => [b.rank, b.limit]));
    const rows = classes.value.map((c, i): Row => {
      const limit = upper.get(c.rank);
      return {
        colour: classColour(palette.value, i + 1, count),
        words: classes.value.length === 1 ? `${c.name}: ${className(c.rank)}` : c.name,
        limit: limit === undefined ? '' : `≤ ${figure(limit, 4)}`,
      };
    });
    const last = limits.value.at(-1)?.limit;
    rows.push({
      colour: classColour(palette.value, count + 1, count),
      words: className(Number.MAX_SAFE_INTEGER),
      limit: last === undefined ? '' : `> ${figure(last, 4)}`,
      isWorse: true,
    });
    return rows;
  }

  private channels(): TemplateResult {
    const rows: (readonly [TemplateResult, string])[] = [
      [line('breach'), t('legend.breach', { count: Math.round(100 * (study.value?.confidence ?? 0.9)) })],
      [line('unsure'), t('legend.unsure')],
      [line('unknown'), t('legend.unknown')],
      [line('dry'), t('legend.dry')],
      [line('widths'), t('legend.widths')],
      [line('chevron'), t('legend.direction')],
    ];
    return html`<table class="channels">
      <caption class="aloud">${t('legend.channels')}</caption>
      ${rows.map(([mark, words]) => html`<tr><td>${mark}</td><th scope="row">${words}</th></tr>`)}
    </table>`;
  }
}

/** On a phone the legend would cover the map: there it opens at a touch. */
function isWide(): boolean {
  return matchMedia('(min-width: 761px)').matches;
}

/** How the law reads its limit: of the largest value, a mean, a percentile. */
function readAs(statistic: string | undefined): string {
  const key = `limit.${statistic}`;
  return isKey(key) ? t(key) : '';
}

function between(breaks: readonly number[], colours: readonly string[], words: (v: number) => string): Row[] {
  return colours.map((colour, i) => ({
    colour,
    words: i < breaks.length ? `≤ ${words(breaks[i]!)}` : `> ${words(breaks.at(-1)!)}`,
    limit: '',
  }));
}

function changeRows(colours: readonly string[], lang: string): Row[] {
  const by = (v: number) => percent(Math.abs(v), lang);
  const words = [
    `▲ > ${by(CHANGES[0]!)}`,
    `▲ ${by(CHANGES[1]!)} – ${by(CHANGES[0]!)}`,
    t('change.none'),
    `▼ ${by(CHANGES[1]!)} – ${by(CHANGES[0]!)}`,
    `▼ > ${by(CHANGES[0]!)}`,
  ];
  return colours.map((colour, i) => ({
    colour,
    words: words[i]!,
    limit: i === 0 ? t('change.worse') : i === 4 ? t('change.better') : '',
  }));
}

function swatch(row: Row): TemplateResult {
  return html`<svg class="swatch" viewBox="0 0 48 14" aria-hidden="true">
    <path class="casing" d="M4 7h40" />
    <path d="M4 7h40" stroke=${row.colour} stroke-width="7" />
    ${row.isWorse ? svg`<path class="dash" d="M4 7h40" />` : nothing}
  </svg>`;
}

/** The channels beside colour, as the map draws them. */
function line(kind: 'breach' | 'unsure' | 'unknown' | 'dry' | 'widths' | 'chevron'): TemplateResult {
  return html`<svg class="swatch ${kind}" viewBox="0 0 48 14" aria-hidden="true">
    ${{
      breach: svg`<path class="ticks" d="M4 7h40" /><path class="core" d="M4 7h40" />`,
      unsure: svg`<path class="casing" d="M4 7h40" /><path class="core cool" d="M4 7h40" /><path class="gaps" d="M4 7h40" />`,
      unknown: svg`<path class="casing" d="M4 7h40" /><path class="core grey" d="M4 7h40" />`,
      dry: svg`<path class="dots" d="M4 7h40" />`,
      widths: svg`<path class="thin" d="M4 7h12" /><path class="mid" d="M18 7h12" /><path class="wide" d="M32 7h12" />`,
      chevron: svg`<path class="casing" d="M4 7h40" /><path class="core cool" d="M4 7h40" /><path class="chev" d="M18 4l4 3-4 3M30 4l4 3-4 3" />`,
    }[kind]}
  </svg>`;
}
