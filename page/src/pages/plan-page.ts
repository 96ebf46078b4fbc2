import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask, hold, send, ServerError, withQuery } from '../api/client.js';
import type { Layout } from '../chart/layout.js';
import { PageElement } from '../parts/element.js';
import { paperOf, type Paper, type Section } from '../parts/paper.js';
import { language } from '../state/address.js';
import { followJob, isOver, job, type Job } from '../state/job.js';
import { study } from '../state/study.js';
import { who } from '../state/who.js';
import { figure, percent, read } from '../words/figures.js';
import { isKey, t } from '../words/words.js';
import type { CurvePoint } from './curve.js';
import './budget-slider.js';

const KIND = 'plan';
const CONFIDENCES = [50, 80, 90, 95, 99];
/** A list that stays the same, so that nothing is drawn anew. */
const NONE: readonly CurvePoint[] = [];

/** The last plan: its sections in the reader's words, and the points of its curve. */
interface PlanTold extends Paper {
  readonly layouts?: readonly Layout[];
  readonly points?: readonly CurvePoint[];
}

const plan = (): string => withQuery('plan', { lang: language.value });

/** Plan: the curve to pick from, works by year, cash flow, and the solver's run with its bound. */
@customElement('tonle-plan-page')
export class PlanPage extends PageElement {
  @state() private error = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (!job.peek()) void this.findRun();
  }

  protected override render(): TemplateResult {
    return html`<article class="paper plan">
      <header class="plan-head">
        <h1>${t('title.plan')}</h1>
        ${this.solver()}
      </header>
      ${this.order()}
      ${paperOf<PlanTold>(
        plan(),
        (kept) => ({ ...kept, sections: withCharts(kept.sections ?? [], kept.layouts ?? []) }),
        (kept) =>
          html`<tonle-budget
            .points=${kept.points ?? NONE}
            .search=${isBusy() ? undefined : (usd: number) => void this.pick(usd)}
          ></tonle-budget>`,
      )}
    </article>`;
  }

  /** A run that another tab started goes on here. */
  private async findRun(): Promise<void> {
    try {
      const { jobs } = await ask<{ jobs: readonly Job[] }>('jobs');
      const last = jobs.filter((one) => one.kind === KIND).at(-1);
      if (last) followJob(last, renewPlan);
    } catch {
      // No list of runs: the page still starts one.
    }
  }

  private order(): TemplateResult {
    const usual = Math.round(100 * (study.value?.confidence ?? 0.9));
    return html`<form class="order" @submit=${(e: SubmitEvent) => void this.start(e)}>
      <label
        >${t('plan.budget')}
        <input name="budget" inputmode="decimal" placeholder=${t('plan.noBudget')}
      /></label>
      <label
        >${t('demand.confidence')}
        <select name="confidence">
          ${CONFIDENCES.map(
            (c) => html`<option value=${c} ?selected=${c === usual}>${t('demand.ofHundred', { count: c })}</option>`,
          )}
        </select>
      </label>
      <label>${t('plan.seconds')} <input name="seconds" inputmode="numeric" value="60" /></label>
      <button type="submit" ?disabled=${isBusy()}>${t('plan.run')}</button>
      ${this.error ? html`<p role="alert" class="breach">${this.error}</p>` : nothing}
    </form>`;
  }

  private async start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.error = '';
    await this.search(event.target as HTMLFormElement);
  }

  /** Searches the plan for exactly this budget. */
  private async pick(usd: number): Promise<void> {
    const form = this.querySelector<HTMLFormElement>('.order');
    if (!form || isBusy()) return;
    form.querySelector<HTMLInputElement>('[name=budget]')!.value = figure(usd / 1e6, 6);
    await this.search(form);
  }

  private async search(order: HTMLFormElement): Promise<void> {
    const form = new FormData(order);
    const budget = read(String(form.get('budget')));
    try {
      const started = await send<Job>('POST', withQuery('jobs', { lang: language.value }), {
        kind: KIND,
        who: who.value,
        settings: {
          confidence: Number(form.get('confidence')),
          seconds: read(String(form.get('seconds'))) ?? 60,
          ...(budget === undefined ? {} : { budget_usd: Math.round(budget * 1e6) }),
        },
      });
      followJob(started, renewPlan);
    } catch (error) {
      this.error = error instanceof ServerError ? `${error.message} ${error.hint}` : String(error);
    }
  }

  /** State of the run: step, best so far and bound, and a Stop that keeps the best. */
  private solver(): TemplateResult | typeof nothing {
    const one = job.value;
    if (!one) return nothing;
    const { best_usd, bound_usd, gap, seconds, done, of, step } = one.progress;
    const said = [
      typeof best_usd === 'number' ? t('plan.best', { value: money(best_usd) }) : '',
      typeof bound_usd === 'number' ? t('plan.bound', { value: money(bound_usd) }) : '',
      seconds === undefined ? '' : `${figure(seconds)} s`,
    ];
    return html`<section class="solver" aria-label=${t('plan.solver')}>
      <div>
        <b>${typeof gap === 'number' ? t('plan.within', { share: percent(gap, language.value) }) : stateWords(one)}</b>
        <div class="sub">${[stepWords(step), ...said].filter(Boolean).join(' · ')}</div>
        ${one.problem ? html`<div class="breach">${one.problem.text} ${one.problem.hint}</div>` : nothing}
        ${of ? html`<progress max=${of} .value=${done ?? 0} aria-label=${t('plan.solver')}></progress>` : nothing}
      </div>
      ${isOver(one)
        ? nothing
        : html`<button
            type="button"
            ?disabled=${one.isStopped}
            @click=${() => void send('POST', `jobs/${encodeURIComponent(one.id)}/stop`, {})}
          >
            ${t('plan.stop')}
          </button>`}
    </section>`;
  }
}

function isBusy(): boolean {
  return job.value !== undefined && !isOver(job.value);
}

/** Sections with the charts of the same title drawn; the chart has the table behind it. */
function withCharts(all: readonly Section[], layouts: readonly Layout[]): Section[] {
  return all.map((section) => {
    const layout = layouts.find((one) => one.title === section.title);
    return layout ? { layout } : section;
  });
}

/** A run that was stopped keeps its best plan, unless it had none yet. */
function stateWords(one: Job): string {
  return one.state === 'done' && one.isStopped ? t('job.kept') : t(`job.${one.state}`);
}

function stepWords(step: string | undefined): string {
  const key = `plan.step.${step}`;
  return isKey(key) ? t(key) : '';
}

function renewPlan(): void {
  hold(plan()).renew();
}

function money(usd: number): string {
  return `${figure(usd / 1e6, 3)} M USD`;
}
