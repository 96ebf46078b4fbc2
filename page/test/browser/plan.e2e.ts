import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, SERVER, TOWNS, visit, type Visit } from './visit.js';

const FOUND_MS = 240_000;

describe.skipIf(!TOWNS)('a plan', () => {
  let reader: Visit;

  beforeAll(async () => {
    const study = await ready(TOWNS);
    reader = await visit({}, false, TOWNS);
    await reader.go(`/en/${study}/plan`);
    await reader.page.waitForSelector('.order');
  });
  afterAll(() => reader.close());

  const told = () => reader.page.locator('.budget .sentence').innerText();

  it('is searched, with its bound, and drawn as curve and payments', async () => {
    const { page } = reader;
    await page.locator('.order [name=seconds]').fill('20');
    await page.locator('.order button[type=submit]').click();
    await page.waitForSelector('.solver');
    await page.waitForSelector('#budget', { timeout: FOUND_MS });
    await page.waitForSelector("svg[data-picture='cost-curve']");
    await page.waitForSelector("svg[data-picture='cash-flow']");
    expect(await page.locator('.plan').innerText()).toMatch(/Proven within/);
  });

  it('follows a budget on the curve by keys: works, payments and rivers', async () => {
    const { page } = reader;
    await page.locator('#budget').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.budget .sentence');
    const first = await told();
    expect(first).toMatch(/buys 1 work for .* M USD/);
    await page.waitForFunction(() => document.querySelector('.budget-parts')?.textContent?.includes('places change'));
    const changed = () => page.locator('.budget-map + .sub').innerText();
    const before = await changed();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.locator('.curve-choice button').last().click();
    await page.waitForFunction((was) => document.querySelector('.budget-map + .sub')?.textContent?.trim() !== was, before.trim());
    expect(await told()).not.toBe(first);
    expect(await page.locator('.curve-choice [aria-pressed=true]').count()).toBe(1);
    expect(await page.locator('.budget tbody tr').count()).toBeGreaterThanOrEqual(2);
  });

  it('has no fault that axe finds once a budget is picked', async () => {
    const { violations } = await new AxeBuilder({ page: reader.page }).analyze();
    expect(violations.map((v) => `${v.id} at ${v.nodes[0]?.target.join(' ')}`)).toEqual([]);
  });

  it('takes a typed sum, and says where it buys nothing', async () => {
    const { page } = reader;
    const typed = page.locator('.budget-lever .typed');
    await typed.fill('0.5');
    await typed.press('Enter');
    await page.waitForFunction(() => document.querySelector('.budget .sentence')?.textContent?.includes('pays for no point'));
    expect(await page.locator('#budget').getAttribute('aria-valuetext')).toMatch(/pays for no point/);
  });

  it('asked nothing outside, and nothing went wrong', () => {
    expect(reader.outside).toEqual([]);
    expect(reader.wrong).toEqual([]);
  });
});

describe.skipIf(!SERVER)('the search for a plan', () => {
  let reader: Visit;

  beforeAll(async () => {
    const study = await ready();
    reader = await visit();
    await reader.go(`/en/${study}/plan`);
    await reader.page.waitForSelector('.order');
  });
  afterAll(() => reader.close());

  it('is stopped, and the page stays usable meanwhile', async () => {
    const { page } = reader;
    await page.locator('.order button[type=submit]').click();
    await page.waitForSelector('.solver button');
    expect(await page.locator('.order button[type=submit]').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Stop and keep the best so far' }).click();
    await page.waitForFunction(() => document.querySelector('.solver')?.textContent?.includes('Stopped'), null, {
      timeout: FOUND_MS,
    });
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.order button[type=submit]')?.disabled);
    expect(await page.locator('.solver button').count()).toBe(0);
  });

  it('asked nothing outside, and nothing went wrong', () => {
    expect(reader.outside).toEqual([]);
    expect(reader.wrong).toEqual([]);
  });
});
