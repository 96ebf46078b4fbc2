import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { light } from '../../src/look/palette.js';
import { LAUNCH } from './launch.js';

const HERE = path.resolve(import.meta.dirname, '../..');
const ADDRESS = 'http://rivers.test';

type Shares = Readonly<Record<string, number>>;
interface Seen {
  readonly isOurs: boolean;
  readonly reaches: readonly { readonly middle: Shares; readonly beside: Shares }[];
  readonly picked: readonly (number | undefined)[];
}
interface Recoloured {
  readonly calls: { readonly uploads: number; readonly states: number };
  readonly script_ms: readonly number[];
  readonly frame_ms: number;
  readonly ready_ms: number;
}

/** The rivers on the map, drawn by lines and by our own layer, without a server. */
describe.skipIf(!existsSync(LAUNCH.executablePath))('rivers', () => {
  let browser: Browser;
  let page: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    const bundle = await build({
      absWorkingDir: HERE,
      entryPoints: ['test/browser/rivers/stage.ts'],
      bundle: true,
      write: false,
      format: 'esm',
      loader: { '.woff2': 'dataurl' },
    });
    const worker = path.join(HERE, 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs');
    const files: Readonly<Record<string, { readonly body: string; readonly contentType: string }>> = {
      '/': {
        body: '<meta name=map-worker content="/worker.js"><body><script type=module src="/stage.js"></script>',
        contentType: 'text/html',
      },
      '/stage.js': { body: bundle.outputFiles[0]!.text, contentType: 'text/javascript' },
      '/worker.js': { body: await readFile(worker, 'utf8'), contentType: 'text/javascript' },
    };
    browser = await chromium.launch(LAUNCH);
    page = await browser.newPage({ viewport: { width: 640, height: 640 } });
    page.setDefaultTimeout(120_000);
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.route(`${ADDRESS}/**`, async (route) => {
      const file = files[new URL(route.request().url()).pathname];
      await route.fulfill(file ?? { status: 404, body: '' });
    });
    await page.goto(`${ADDRESS}/`);
    await page.waitForFunction(() => 'seen' in globalThis);
  });
  afterAll(() => browser.close());

  const seen = (isOwn: boolean): Promise<Seen> =>
    page.evaluate((own) => (globalThis as unknown as { seen(o: boolean): Promise<Seen> }).seen(own), isOwn);

  it('look the same by lines and by our own layer', async () => {
    const [lines, own] = [await seen(false), await seen(true)];
    expect([lines.isOurs, own.isOurs]).toEqual([false, true]);
    const most = (of: Shares) => Object.entries(of).sort(([, a], [, b]) => b - a)[0]![0];
    // What is faded is mixed with the ground, not laid over its casing: pale in both, not the same.
    const FADED = 9;
    const plain = (all: Seen) => all.reaches.filter((_, i) => i !== FADED);
    expect(plain(own).map((r) => most(r.middle))).toEqual(plain(lines).map((r) => most(r.middle)));
    for (const all of [lines, own]) {
      expect(all.reaches[FADED]!.middle[light.classes[2]!] ?? 0).toBe(0);
    }
    expect(own.reaches.slice(0, 5).map((r) => most(r.middle))).toEqual(light.classes);
    own.reaches.forEach((reach, i) => {
      if (i === FADED) return;
      for (const where of ['middle', 'beside'] as const) {
        const colours = new Set([...Object.keys(reach[where]), ...Object.keys(lines.reaches[i]![where])]);
        for (const colour of colours) {
          const [a, b] = [reach[where][colour] ?? 0, lines.reaches[i]![where][colour] ?? 0];
          expect(Math.abs(a - b), `reach ${i}, ${where}, ${colour}`).toBeLessThan(0.25);
        }
      }
    });
  });

  it('show each sign beside colour and width', async () => {
    const { reaches } = await seen(true);
    const [plain, tick, gap, worse, , , forth, back] = [0, 5, 6, 7, 8, 9, 10, 11].map((i) => reaches[i]!);
    expect(plain!.beside[light.classes[0]!] ?? 0).toBe(0);
    expect(tick!.beside[light.classes[3]!]).toBeGreaterThan(0.08);
    expect(gap!.middle[light.land]).toBeGreaterThan(0.2);
    expect(1 - (worse!.middle[light.classes[4]!] ?? 0)).toBeGreaterThan(0.1);
    expect(1 - (reaches[4]!.middle[light.classes[4]!] ?? 0)).toBeLessThan(0.05);
    expect(forth!.middle['#FFFFFF']).toBeGreaterThan(0.005);
    expect(back!.middle['#FFFFFF']).toBeGreaterThan(0.005);
    expect(plain!.middle['#FFFFFF'] ?? 0).toBe(0);
  });

  it('are found under the pointer, each by its place', async () => {
    const { picked } = await seen(true);
    expect(picked).toEqual(picked.map((_, i) => i));
  });

  it('of 60,000 reaches are recoloured by one upload; the time is stated', async () => {
    const turns = 20;
    const done = await page.evaluate(
      (n) => (globalThis as unknown as { recolour(c: number, t: number): Promise<Recoloured> }).recolour(60_000, n),
      turns,
    );
    expect(done.calls).toEqual({ uploads: turns, states: 0 });
    const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
    console.log(
      `60,000 reaches: script per recolour ${median(done.script_ms).toFixed(1)} ms (median), ` +
        `${Math.min(...done.script_ms).toFixed(1)} ms (least), ` +
        `frame in software GL ${Math.round(done.frame_ms)} ms, first drawn after ${Math.round(done.ready_ms)} ms`,
    );
  });

  it('raise no error', () => {
    expect(wrong).toEqual([]);
  });
});
