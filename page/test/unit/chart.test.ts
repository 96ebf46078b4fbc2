import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawn } from '../../src/chart/draw.js';
import type { Layout } from '../../src/chart/layout.js';

const GOLDEN = path.resolve(import.meta.dirname, '../../../app/src/test/resources/org/tonle/report/chart');
const names = readdirSync(GOLDEN).filter((name) => name.endsWith('.json'));

describe('charts', () => {
  it('has the layouts of the report', () => {
    expect(names.length).toBeGreaterThanOrEqual(7);
  });

  it.each(names)('draws %s as the report does, sign for sign', (name) => {
    const layout = JSON.parse(readFileSync(path.join(GOLDEN, name), 'utf8')) as Layout;
    const picture = readFileSync(path.join(GOLDEN, name.replace('.json', '.svg')), 'utf8');
    expect(drawn(layout)).toBe(picture);
  });
});
