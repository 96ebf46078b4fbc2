import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { hold, send, ServerError, withQuery } from '../api/client.js';
import { PageElement } from '../parts/element.js';
import { paperOf, type Paper } from '../parts/paper.js';
import { followJob, isOver, job, type Job } from '../state/job.js';
import { figure, percent, read } from '../words/figures.js';
import { language } from '../state/address.js';
import { t } from '../words/words.js';

const PLAN = (): string => withQuery('plan', { lang: language.value });

/** Plan: the curve to pick from, works by year, cash flow, and the solver's run with its bound. */
@customElement('tonle-plan-page')
export class PlanPage extends PageElement {
  @state() private error = '';

  protected override render(): TemplateResult {
    return html`<article class="paper plan">
      <header class="plan-head">
        <h1>${t('title.plan')}</h1>
        ${this.solver()}
      </header>
      ${this.order()} ${paperOf<Paper>(PLAN(), (plan) => plan)}
    </article>`;
  }

  private order(): TemplateResult {
    return html`<form class="order" @submit=${(e: SubmitEvent) => this.start(e)}>
      <label>${t('plan.budget')} <input name="budget" inputmode="decimal" placeholder=${t('plan.noBudget')} /></label>
      <label>${t('plan.seconds')} <input name="seconds" inputmode="numeric" value="60" /></label>
      <button type="submit" ?disabled=${job.value && !isOver(job.value)}>${t('plan.run')}</button>
      ${this.error ? html`<p role="alert" class="breach">${this.error}</p>` : nothing}
    </form>`;
  }

  private async start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.error = '';
    const form = new FormData(event.target as HTMLFormElement);
    const budget = read(String(form.get('budget')));
    try {
      const started = await send<Job>('POST', 'jobs', {
        kind: 'plan',
        seconds: read(String(form.get('seconds'))) ?? 60,
        ...(budget === undefined ? {} : { budget_usd_per_a: budget * 1e6 }),
      });
      followJob(started, () => hold(PLAN()).renew());
    } catch (error) {
      this.error = error instanceof ServerError ? `${error.message} ${error.hint}` : String(error);
    }
  }

  /** State of the run: step, best so far and bound, and a Stop that keeps the best. */
  private solver(): TemplateResult | typeof nothing {
    const one = job.value;
    if (!one) return nothing;
    const gap = one.gap ?? gapOf(one);
    return html`<section class="solver" aria-label=${t('plan.solver')}>
      <div>
        <b>${one.text ?? t(`job.${one.state}` as never)}</b>
        ${gap === undefined ? nothing : html`<b>${t('plan.within', { share: percent(gap, language.value) })}</b>`}
        <div class="sub">
          ${[
            one.best === undefined || one.best === null ? '' : t('plan.best', { value: money(one.best) }),
            one.bound === undefined || one.bound === null ? '' : t('plan.bound', { value: money(one.bound) }),
            one.seconds === undefined ? '' : `${figure(one.seconds)} s`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <progress max="1" .value=${one.progress ?? 0} aria-label=${t('plan.solver')}></progress>
      </div>
      ${isOver(one)
        ? nothing
        : html`<button type="button" @click=${() => void send('POST', `jobs/${one.id}/stop`, {})}>
            ${t('plan.stop')}
          </button>`}
    </section>`;
  }
}

function gapOf(one: Job): number | undefined {
  if (!one.best || one.bound === undefined || one.bound === null) return undefined;
  return (one.best - one.bound) / one.best;
}

function money(usd: number): string {
  return `${figure(usd / 1e6, 3)} M USD`;
}
