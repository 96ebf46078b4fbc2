import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, SERVER, visit, type Visit } from './visit.js';

/** Waits until nothing is on its way any more. */
async function settled(reader: Visit): Promise<void> {
  await reader.page.waitForSelector('main tonle-map canvas, main h1, main h2');
  await reader.page.waitForFunction(() => !document.querySelector('main .waiting'));
}

const PAGES = [
  'map', 'place/BAS03', 'situation', 'water', 'cause', 'demand', 'plan', 'fit', 'data/towns', 'compare', 'help',
];

describe.skipIf(!SERVER)('access', () => {
  let study: string;
  const readers: Visit[] = [];

  beforeAll(async () => {
    study = await ready();
    readers.push(await visit({ colorScheme: 'light' }));
    readers.push(await visit({ colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true }));
  });
  afterAll(async () => {
    for (const reader of readers) await reader.close();
  });

  it.each(PAGES)('%s has no fault that axe finds: light, and dark on a phone', async (path) => {
    const faults: string[] = [];
    for (const [i, reader] of readers.entries()) {
      await reader.go(`/en/${study}/${path}`);
      await reader.page.waitForSelector('main *');
      await settled(reader);
      const { violations } = await new AxeBuilder({ page: reader.page }).analyze();
      for (const v of violations) {
        faults.push(`${['light', 'dark phone'][i]}: ${v.id} at ${v.nodes[0]?.target.join(' ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('loses nothing at 320 pixels: the page does not scroll sideways', async () => {
    const { page } = readers[1]!;
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of PAGES) {
      await page.goto(`${SERVER}/km/${study}/${path}`);
      await page.waitForSelector('main *');
      await settled(readers[1]!);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});
