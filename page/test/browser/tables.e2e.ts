import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDER, ready, SERVER, visit, type Visit } from './visit.js';

/** More than a busy machine takes to write a table. */
const SAVED_MS = 60_000;

describe.skipIf(!SERVER)('tables', () => {
  let reader: Visit;
  let study: string;

  beforeAll(async () => {
    study = await ready();
    reader = await visit();
    await reader.go(`/en/${study}/data/towns`);
    await reader.page.waitForSelector('[data-at="0:0"]');
  });
  afterAll(() => reader.close());

  /** Number of the column under a head. */
  async function column(name: string): Promise<number> {
    const heads = await reader.page.locator('.grid-head [role=columnheader]').allInnerTexts();
    return heads.findIndex((head) => head.replace('*', '').trim() === name) - 1;
  }

  it('says in the cell what is wrong while it is typed', async () => {
    const { page } = reader;
    await page.locator(`[data-at="1:${await column('population')}"]`).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.cell-editor');
    await page.locator('.cell-editor').fill('-12');
    await page.waitForSelector('.cell-hint');
    expect(await page.locator('.cell-hint').innerText()).toMatch(/0/);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.cell-editor', { state: 'detached' });
  });

  /** Pastes text at a cell, as a spreadsheet gives it. */
  async function paste(at: string, text: string): Promise<void> {
    const cell = reader.page.locator(at);
    await cell.focus();
    await cell.evaluate((element, pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await reader.page.waitForSelector('.paste');
  }

  const saved = () => (FOLDER ? readFileSync(path.join(FOLDER, 'towns.csv'), 'utf8').split('\n') : []);

  it('tells the problems of a paste before it is done', async () => {
    const { page } = reader;
    await paste(`[data-at="1:${await column('population')}"]`, '245494\nmany\n209005\n');
    expect(await page.locator('.paste').innerText()).toMatch(/1 problem would come with it/);
    expect(await page.locator('.paste li').innerText()).toMatch(/row 4.*population/);
    await page.locator('.paste').getByRole('button', { name: 'Cancel' }).click();
    await page.waitForSelector('.paste', { state: 'detached' });
  });

  it('pastes a town put right, saves it, and the folder differs in that line alone', async () => {
    const { page } = reader;
    const before = saved();
    const at = `[data-at="2:${await column('population')}"]`;
    const was = (await page.locator(at).innerText()).trim();
    await paste(at, '119999\n');
    expect(await page.locator('.paste').innerText()).toMatch(/Paste 1 row at.*No problems/s);
    await page.locator('.paste').getByRole('button', { name: 'Paste it' }).click();
    await page.waitForFunction((s) => document.querySelector(s)?.textContent?.trim() === '119999', at);
    await page.locator('.save').click();
    await page.waitForFunction(() => document.body.textContent?.includes('Saved: towns.csv'));
    if (FOLDER) {
      const changed = saved().filter((line, i) => line !== before[i]);
      expect(changed).toHaveLength(1);
      expect(changed[0]).toContain('119999');
    }
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(([s, value]) => document.querySelector(s!)?.textContent?.trim() === value, [at, was]);
    await page.locator('.save').click();
    await expect.poll(saved, { timeout: SAVED_MS }).toEqual(before);
  });

  it('tells the later of two tabs that the cell was changed meanwhile', async () => {
    const { page } = reader;
    const at = `[data-at="3:${await column('population')}"]`;
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForSelector(at);
    for (const [tab, value] of [[page, '200001'], [other, '200002']] as const) {
      await tab.locator(at).focus();
      await tab.keyboard.press('Enter');
      await tab.locator('.cell-editor').fill(value);
    }
    await page.locator('.cell-editor').press('Enter');
    await page.waitForFunction((s) => document.querySelector(s)?.textContent?.trim() === '200001', at);
    await other.locator('.cell-editor').press('Enter');
    await other.waitForFunction(() => document.body.textContent?.includes('changed by somebody else meanwhile'));
    expect(await other.locator('body').innerText()).toMatch(/it is "200001" now/);
    await other.close();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction((s) => document.querySelector(s)?.textContent?.trim() === '209005', at);
  });

  it('edits a cell, logs it under a name, and saves one line', async () => {
    const { page } = reader;
    const file = FOLDER && path.join(FOLDER, 'towns.csv');
    const before = file ? readFileSync(file, 'utf8').split('\n') : [];
    await page.getByLabel('Who').fill('Sok');
    await page.getByLabel('Who').press('Enter');
    const at = `[data-at="1:${await column('population')}"]`;
    await page.locator(at).focus();
    await page.keyboard.press('Enter');
    await page.locator('.cell-editor').fill('245495');
    await page.keyboard.press('Enter');
    await page.waitForFunction((s) => document.querySelector(s)?.textContent?.trim() === '245495', at);
    await page.locator('.save').click();
    await page.waitForFunction(() => document.body.textContent?.includes('Saved: towns.csv'));
    if (file) {
      const after = readFileSync(file, 'utf8').split('\n');
      const changed = after.filter((line, i) => line !== before[i]);
      expect(changed).toHaveLength(1);
      expect(changed[0]).toContain('245495');
    }
    await page.goto(`${SERVER}/en/${study}/data/log`);
    await page.waitForSelector('.data-body table tbody tr');
    expect(await page.locator('.data-body table tbody tr').first().innerText()).toMatch(/Sok/);
  });

  it('undoes the edit, and the folder follows', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForSelector('.data-body tbody tr:nth-child(2).undone');
    await page.locator('.save').click();
    await page.waitForFunction(() => document.body.textContent?.includes('Saved: towns.csv'));
  });

  it('asked nothing outside, and nothing went wrong', () => {
    expect(reader.outside).toEqual([]);
    expect(reader.wrong).toEqual([]);
  });
});
