import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, SERVER, visit, type Visit } from './visit.js';

const PAGES = [
  'map', 'place/BAS03', 'situation', 'water', 'cause', 'demand', 'plan', 'fit', 'data', 'compare', 'help',
];

describe.skipIf(!SERVER)('access', () => {
  let study: string;
  const readers: Visit[] = [];

  beforeAll(async () => {
    study = await ready();
    readers.push(await visit({ colorScheme: 'light' }), await visit({ colorScheme: 'dark' }));
    readers.push(await visit({ viewport: { width: 390, height: 844 }, hasTouch: true }));
  });
  afterAll(async () => {
    for (const reader of readers) await reader.close();
  });

  it.each(PAGES)('%s has no fault that axe finds: light, dark, phone', async (path) => {
    const faults: string[] = [];
    for (const [i, reader] of readers.entries()) {
      await reader.go(`/en/${study}/${path}`);
      await reader.page.waitForSelector('main *');
      await reader.page.waitForTimeout(1500);
      const { violations } = await new AxeBuilder({ page: reader.page }).analyze();
      for (const v of violations) {
        faults.push(`${['light', 'dark', 'phone'][i]}: ${v.id} at ${v.nodes[0]?.target.join(' ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('loses nothing at 320 pixels: the page does not scroll sideways', async () => {
    const { page } = readers[2]!;
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of PAGES) {
      await page.goto(`${SERVER}/km/${study}/${path}`);
      await page.waitForSelector('main *');
      await page.waitForTimeout(800);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});
