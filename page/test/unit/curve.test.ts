import { describe, expect, it } from 'vitest';
import { nextBudget, paidBy, priced } from '../../src/pages/curve.js';

const point = (cost_usd: number | null, river_km = 1) => ({ cost_usd, river_km });
const POINTS = priced([point(0), point(100, 5), point(null), point(300, 9), point(100, 6)]);

describe('curve', () => {
  it('has one point a price, the cheapest first, and none that costs nothing', () => {
    expect(POINTS.map((p) => [p.cost_usd, p.river_km])).toEqual([[100, 6], [300, 9]]);
  });

  it.each([
    [99, undefined],
    [100, 100],
    [299, 100],
    [300, 300],
    [1000, 300],
  ])('buys for %d what costs no more', (budget, cost) => {
    expect(paidBy(POINTS, budget)?.cost_usd).toBe(cost);
  });

  it.each([
    [0, true, 100],
    [100, true, 300],
    [150, true, 300],
    [300, true, 300],
    [300, false, 100],
    [150, false, 100],
    [100, false, 0],
    [0, false, 0],
  ])('goes from %d to the next point, up: %s', (budget, isUp, next) => {
    expect(nextBudget(POINTS, budget, isUp)).toBe(next);
  });
});
