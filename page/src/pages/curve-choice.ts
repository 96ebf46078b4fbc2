import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../words/figures.js';
import { t } from '../words/words.js';

/** Point of the cost–compliance curve, as the plan tells it. */
export interface CurvePoint {
  readonly cost_usd: number | null;
  readonly river_km: number | null;
  readonly limits?: number | null;
}

/** The points of the curve to pick from: picking one searches the plan for what it costs. */
export function curveChoice(
  points: readonly CurvePoint[] | undefined,
  chosen_usd: number | undefined,
  pick: (budget_usd: number) => void,
): TemplateResult | typeof nothing {
  const real = (points ?? []).filter((p) => p.cost_usd !== null && p.cost_usd > 0);
  if (real.length < 2) return nothing;
  return html`<div class="curve-choice" role="group" aria-label=${t('plan.pick')}>
    <span class="sub">${t('plan.pick')}</span>
    ${real.map(
      (p) => html`<button
        type="button"
        aria-pressed=${p.cost_usd === chosen_usd}
        @click=${() => pick(p.cost_usd!)}
      >
        <b>${figure(p.cost_usd! / 1e6, 3)} M USD</b>
        <span>${t('plan.point', { km: figure(p.river_km, 3) })}</span>
      </button>`,
    )}
  </div>`;
}
