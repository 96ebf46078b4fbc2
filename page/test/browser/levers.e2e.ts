import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, SERVER, visit, type Visit } from './visit.js';

const TREATED = '[id="lever-treated:TN001-CA"]';

describe.skipIf(!SERVER)('levers', () => {
  let reader: Visit;
  let study: string;

  beforeAll(async () => {
    study = await ready();
    reader = await visit();
    await reader.go(`/en/${study}/map?s=low&c=FC`);
    await reader.page.waitForSelector(TREATED);
  });
  afterAll(() => reader.close());

  const effect = () => reader.page.locator('.lever .effect').first();

  it('says what blocks a lever: the small plant takes no more', async () => {
    const { page } = reader;
    await page.locator(TREATED).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await effect().waitFor();
    await page.waitForFunction(() => document.querySelector('.effect')?.textContent?.includes('capacity'));
    expect(await effect().innerText()).toMatch(/Nothing in the water changes/);
  });

  it('changes classes once the large plant works', async () => {
    const { page } = reader;
    const large = page.locator('.plant', { hasText: 'Choeung Ek master plan' }).locator('input[role=switch]');
    await large.check();
    await page.locator(TREATED).focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(() => {
      const said = document.querySelector('.effect')?.textContent ?? '';
      return said && !said.includes('Nothing in the water changes');
    });
    expect(await page.locator('.outcome').innerText()).toMatch(/not known/);
  });

  it('goes from lever to map, and states the time', async () => {
    const { page } = reader;
    await page.evaluate(() => performance.clearMeasures());
    await page.locator(TREATED).focus();
    for (let pull = 1; pull <= 20; pull++) {
      await page.keyboard.press(pull % 2 ? 'ArrowLeft' : 'ArrowRight');
      // The newest pull wins: one that comes before the last one's answer would take its place.
      // Not looked for at every frame, which would make the browser draw frames.
      await page.waitForFunction(
        (n) => performance.getEntriesByName('lever to map').length >= n,
        pull,
        { polling: 50 },
      );
    }
    const ms = await page.evaluate(() =>
      performance.getEntriesByName('lever to map').map((e) => e.duration),
    );
    const sorted = ms.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
    console.log(`lever to map: median ${at(0.5)} ms, P95 ${at(0.95)} ms of ${ms.length}`);
    expect(at(0)).toBeGreaterThan(0);
  });

  it('undoes by name and redoes', async () => {
    const { page } = reader;
    const before = await page.locator(TREATED).inputValue();
    await page.keyboard.press('Control+z');
    expect(await page.locator(TREATED).inputValue()).not.toBe(before);
    expect(await page.locator('.aloud[aria-live]').innerText()).toMatch(/Treated before the river/);
    await page.keyboard.press('Control+y');
    expect(await page.locator(TREATED).inputValue()).toBe(before);
  });

  it('puts a lever back with B, and takes a typed value in Khmer digits', async () => {
    const { page } = reader;
    await page.locator(TREATED).focus();
    await page.keyboard.press('b');
    expect(Number(await page.locator(TREATED).inputValue())).toBeLessThan(0.05);
    const typed = page.locator('.lever', { has: page.locator(TREATED) }).locator('.typed');
    await typed.fill('៤២');
    await typed.press('Enter');
    expect(Number(await page.locator(TREATED).inputValue())).toBeCloseTo(0.42, 6);
  });

  it('says the effect in the language of the page', async () => {
    const { page } = reader;
    await page.locator('.levers h2').click();
    await page.keyboard.press('L');
    await page.waitForURL(/\/zh\//);
    await page.waitForFunction(() => /[\u4e00-\u9fff]/.test(document.querySelector('.lever .effect')?.textContent ?? ''));
    await page.keyboard.press('L');
    await page.keyboard.press('L');
    await page.waitForURL(/\/en\//);
  });

  it('keeps a scenario and compares it with every lever that differs', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByLabel('Name').fill('Half of Cheung Aek');
    await page.getByLabel('Why, in a sentence').fill('tried by a test');
    await page.locator('.keep button[type=submit]').click();
    await page.waitForURL(/sc=/);
    await page.goto(page.url().replace('/map', '/compare'));
    await page.waitForSelector('.differences li');
    const differences = await page.locator('.differences li').allInnerTexts();
    expect(differences.length).toBeGreaterThanOrEqual(2);
    expect(differences.join(' ')).toMatch(/Cheung Aek/);
    await page.getByRole('button', { name: 'Side by side' }).click();
    await page.waitForSelector('.swipe.beside');
    expect(await page.locator('.half-map > b').allInnerTexts()).toEqual(['Baseline 2024', 'Half of Cheung Aek']);
    await page.getByRole('button', { name: 'Difference' }).click();
    expect(await page.locator('tonle-swipe-map canvas').count()).toBe(2);
  });

  it('asked nothing outside, and nothing went wrong', () => {
    expect(reader.outside).toEqual([]);
    expect(reader.wrong).toEqual([]);
  });
});
