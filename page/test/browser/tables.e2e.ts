import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDER, ready, SERVER, visit, type Visit } from './visit.js';

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

  it('shows the problems of a paste before it is done', async () => {
    const { page } = reader;
    const cell = page.locator(`[data-at="1:${await column('population')}"]`);
    await cell.focus();
    await cell.evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/plain', '245494\nmany\n209005\n');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('.paste');
    expect(await page.locator('.paste').innerText()).toMatch(/problems would come with it/);
    await page.locator('.paste').getByRole('button', { name: 'Cancel' }).click();
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
    await page.waitForSelector('tr.undone');
    await page.locator('.save').click();
    await page.waitForFunction(() => document.body.textContent?.includes('Saved: towns.csv'));
  });

  it('asked nothing outside, and nothing went wrong', () => {
    expect(reader.outside).toEqual([]);
    expect(reader.wrong).toEqual([]);
  });
});
