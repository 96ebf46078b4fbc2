import type { Layout } from '../chart/layout.js';
import type { Section } from '../parts/paper.js';

/** Point of the cost–compliance curve: a plan of its own, with its works and its payments. */
export interface CurvePoint {
  readonly cost_usd: number | null;
  readonly river_km: number | null;
  /** Its works as levers. */
  readonly changes?: object;
  /** Its works, as the report lists them. */
  readonly sections?: readonly Section[];
  /** Its payments by year. */
  readonly cash?: Layout;
}

export type PricedPoint = CurvePoint & { readonly cost_usd: number };

/** Points that cost something, the cheapest first; of two at one price the later reaches more. */
export function priced(points: readonly CurvePoint[]): readonly PricedPoint[] {
  const byCost = new Map<number, PricedPoint>();
  for (const point of points) {
    if (point.cost_usd !== null && point.cost_usd > 0) {
      byCost.set(point.cost_usd, { ...point, cost_usd: point.cost_usd });
    }
  }
  return [...byCost.values()].sort((a, b) => a.cost_usd - b.cost_usd);
}

/** The dearest point that a budget pays for; undefined where it pays for none. */
export function paidBy(points: readonly PricedPoint[], budget_usd: number): PricedPoint | undefined {
  return points.filter((point) => point.cost_usd <= budget_usd).at(-1);
}

/** The budget of the next point up or down from a budget; at the ends the budget stays. */
export function nextBudget(
  points: readonly PricedPoint[],
  budget_usd: number,
  isUp: boolean,
): number {
  const costs = [0, ...points.map((point) => point.cost_usd)];
  const next = isUp
    ? costs.find((cost) => cost > budget_usd)
    : costs.findLast((cost) => cost < budget_usd);
  return next ?? budget_usd;
}
