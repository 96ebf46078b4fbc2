import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, SERVER, visit, type Visit } from './visit.js';

describe.skipIf(!SERVER)('map', () => {
  let reader: Visit;
  let study: string;

  beforeAll(async () => {
    study = await ready();
    reader = await visit();
  });
  afterAll(() => reader.close());

  it('opens with the rivers drawn and the legend open', async () => {
    await reader.go('/');
    await reader.page.waitForURL(/\/(en|zh|km)\/[^/]+\/map/);
    await reader.go(`/en/${study}/map`);
    await reader.page.waitForSelector('.legend table');
    await reader.page.waitForSelector('canvas');
    expect(await reader.page.locator('.legend').innerText()).toMatch(/breaks the limit/);
    expect(await reader.page.title()).toMatch(/^Map · /);
  });

  it.each([
    ['en', 'bassac', 'Bassac'],
    ['zh', '巴萨', '巴萨河'],
    ['km', 'បាសាក់', 'ទន្លេបាសាក់'],
  ])('finds the Bassac in %s and opens it', async (lang, typed, name) => {
    const { page } = reader;
    await reader.go(`/${lang}/${study}/map`);
    await page.waitForSelector('.legend table');
    await page.keyboard.press('/');
    await page.keyboard.type(typed);
    await page.waitForSelector('#found [role=option]');
    expect(await page.locator('#found [role=option]').first().innerText()).toContain(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/place\//);
    await page.waitForSelector('.place-panel .sentence');
    expect(await page.locator('.place-panel h1').innerText()).toContain(name);
    expect(await page.getAttribute('html', 'lang')).toBe(lang);
  });

  it('shows who causes it, with a sum', async () => {
    const { page } = reader;
    await reader.go(`/en/${study}/place/BAS03?s=low&c=FC`);
    await page.waitForSelector('.place-panel table');
    const table = page.locator('.part', { hasText: 'By source' }).locator('table').first();
    expect(await table.innerText()).toMatch(/Phnom Penh/);
    expect(await table.innerText()).toMatch(/Sum\s+100/);
  });

  it('keeps place and season when the language changes by one key', async () => {
    const { page } = reader;
    await page.locator('.place-panel h1').click();
    await page.keyboard.press('L');
    await page.waitForURL(/\/zh\/.*s=low/);
    expect(page.url()).toContain('/place/BAS03');
    await page.waitForFunction(() => document.querySelector('.place-panel h1')?.textContent?.includes('巴萨'));
  });

  it('turns with the season, by strip and by key', async () => {
    const { page } = reader;
    await reader.go(`/en/${study}/map?s=low`);
    await page.locator('.strip-seasons button').first().click();
    await page.waitForSelector('.map-tag');
    expect(await page.locator('.map-tag').first().innerText()).toMatch(/to the lake/);
    await page.locator('.legend').click();
    await page.keyboard.press('4');
    await page.waitForURL(/s=low/);
    await page.waitForSelector('.map-tag', { state: 'detached' });
  });

  it('has a list twin with the same places, worst first', async () => {
    const { page } = reader;
    await reader.go(`/en/${study}/map?s=low`);
    await page.waitForSelector('.legend table');
    await page.getByRole('button', { name: 'List' }).click();
    await page.waitForSelector('.place-list tbody tr');
    const rows = await page.locator('.place-list tbody tr').allInnerTexts();
    expect(rows.length).toBeGreaterThan(100);
    expect(rows[0]).toMatch(/breach in (9\d|100) of 100/);
    await page.locator('.place-list tbody a').first().click();
    await page.waitForURL(/\/place\//);
  });

  it('shows what a first visit needs, once', async () => {
    const first = await visit({}, true);
    await first.go(`/en/${study}/map`);
    await first.page.waitForSelector('.first-marks li');
    expect(await first.page.locator('.first-marks li').count()).toBe(3);
    await first.page.locator('.legend').click();
    await first.page.waitForSelector('.first-marks', { state: 'detached' });
    await first.page.reload();
    await first.page.waitForSelector('.legend table');
    expect(await first.page.locator('.first-marks').count()).toBe(0);
    await first.close();
  });

  it('asked nothing outside, and nothing went wrong', () => {
    expect(reader.outside).toEqual([]);
    expect(reader.wrong).toEqual([]);
  });
});
