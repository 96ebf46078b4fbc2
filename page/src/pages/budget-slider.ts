import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { css } from '../parts/css.js';
import { PageElement } from '../parts/element.js';
import { sections, type Section } from '../parts/paper.js';
import { viewTabs } from '../parts/season-tabs.js';
import { pickedWorks } from '../state/levers.js';
import { live } from '../state/live.js';
import { isWaiting } from '../state/line.js';
import { figure, read } from '../words/figures.js';
import { t } from '../words/words.js';
import { nextBudget, paidBy, priced, type CurvePoint, type PricedPoint } from './curve.js';
import '../chart/chart-figure.js';
import '../map/map-view.js';

const MILLION = 1e6;
const STEPS = 200;
const PADDING = { left: 24, right: 24, top: 24, bottom: 24 };

/**
 * Budget slider: what a sum buys, by the points of the curve that were searched. Works, payments
 * and the classes of the rivers follow the dearest point that the sum pays for.
 */
@customElement('tonle-budget')
export class BudgetSlider extends PageElement {
  @property({ attribute: false }) points: readonly CurvePoint[] = [];
  /** Asks for a plan that spends exactly this; undefined while a search runs. */
  @property({ attribute: false }) search: ((budget_usd: number) => void) | undefined;
  @state() private budget_usd: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pickedWorks.value = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The points of another plan may cost other sums: what was picked holds no more.
    if (changed.has('points') && changed.get('points') !== undefined) this.set(undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const points = priced(this.points);
    const most = points.at(-1)?.cost_usd;
    if (most === undefined || points.length < 2) return nothing;
    const budget = this.budget_usd ?? 0;
    const bought = paidBy(points, budget);
    return html`<section class="part budget" aria-label=${t('plan.pick')}>
      <h2>${t('plan.pick')}</h2>
      ${this.slider(points, budget, most, bought)}
      <div class="curve-choice" role="group" aria-label=${t('plan.points')}>
        ${points.map(
          (p) => html`<button type="button" aria-pressed=${p === bought} @click=${() => this.set(p.cost_usd)}>
            <b>${money(p.cost_usd)}</b>
            <span>${t('plan.point', { km: figure(p.river_km, 3) })}</span>
          </button>`,
        )}
      </div>
      ${this.budget_usd === undefined ? nothing : this.outcome(bought, budget)}
    </section>`;
  }

  private slider(
    points: readonly PricedPoint[],
    budget_usd: number,
    most_usd: number,
    bought: PricedPoint | undefined,
  ): TemplateResult {
    return html`<div class="lever budget-lever">
      <label for="budget">${t('plan.budget')}</label>
      <input
        class="typed"
        inputmode="decimal"
        aria-label=${t('lever.type', { name: t('plan.budget') })}
        .value=${figure(budget_usd / MILLION, 3)}
        @change=${(e: Event) => this.type(e.target as HTMLInputElement, most_usd)}
      />
      <div class="track" ${css({ '--from': '0', '--to': String(budget_usd / most_usd), '--baseline': '0' })}>
        <input
          id="budget"
          type="range"
          min="0"
          max=${most_usd}
          step=${most_usd / STEPS}
          .value=${String(budget_usd)}
          aria-valuetext=${this.told(bought, budget_usd)}
          @input=${(e: Event) => this.set(near(points, Number((e.target as HTMLInputElement).value), most_usd))}
          @keydown=${(e: KeyboardEvent) => this.key(e, points, budget_usd)}
        />
      </div>
      <p class="sub">${t('plan.slide')}</p>
    </div>`;
  }

  private outcome(bought: PricedPoint | undefined, budget_usd: number): TemplateResult {
    return html`<p class="sentence" role="status">${this.told(bought, budget_usd)}</p>
      ${this.search && bought?.cost_usd !== budget_usd
        ? html`<button type="button" class="quiet" @click=${() => this.search?.(budget_usd)}>
            ${t('plan.exactly', { budget: money(budget_usd) })}
          </button>`
        : nothing}
      <div class="budget-parts">
        <div>${bought?.cash ? html`<tonle-chart .layout=${bought.cash}></tonle-chart>` : nothing}</div>
        <div>
          ${viewTabs()}
          <div class="budget-map ${isWaiting.value ? 'stale' : ''}">
            <tonle-map .padding=${PADDING}></tonle-map>
          </div>
          <p class="sub">${bought ? (live.value?.sentence ?? '') : ''}</p>
        </div>
      </div>
      ${bought ? sections(titled(bought)) : nothing}`;
  }

  private told(bought: PricedPoint | undefined, budget_usd: number): string {
    const budget = money(budget_usd);
    if (!bought) return t('plan.buysNothing', { budget });
    const works = bought.sections?.reduce((sum, s) => sum + (s.table?.rows.length ?? 0), 0) ?? 0;
    return t('plan.buys', {
      budget,
      cost: money(bought.cost_usd),
      works,
      km: figure(bought.river_km, 3),
    });
  }

  private set(budget_usd: number | undefined): void {
    this.budget_usd = budget_usd;
    const bought = budget_usd === undefined ? undefined : paidBy(priced(this.points), budget_usd);
    if (pickedWorks.peek() !== bought?.changes) pickedWorks.value = bought?.changes;
  }

  private type(field: HTMLInputElement, most_usd: number): void {
    const value = read(field.value);
    if (value !== undefined) this.set(Math.min(most_usd, Math.max(0, value * MILLION)));
    field.value = figure((this.budget_usd ?? 0) / MILLION, 3);
  }

  /** Arrows go from point to point: between two of them nothing changes. */
  private key(event: KeyboardEvent, points: readonly PricedPoint[], budget_usd: number): void {
    const isUp = event.key === 'ArrowRight' || event.key === 'ArrowUp';
    if (!isUp && event.key !== 'ArrowLeft' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.set(nextBudget(points, budget_usd, isUp));
  }
}

/** A pull that ends within a step of a point's cost means that point. */
function near(points: readonly PricedPoint[], budget_usd: number, most_usd: number): number {
  const step = most_usd / STEPS;
  return points.find((p) => Math.abs(p.cost_usd - budget_usd) <= step)?.cost_usd ?? budget_usd;
}

/** Sections that say whose they are: the plan below has sections of the same titles. */
function titled(point: PricedPoint): Section[] {
  return (point.sections ?? []).map((section) => ({
    ...section,
    ...(section.title ? { title: `${money(point.cost_usd)} · ${section.title}` } : {}),
  }));
}

function money(usd: number): string {
  return `${figure(usd / MILLION, 3)} M USD`;
}
