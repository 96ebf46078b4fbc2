import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { LAUNCH } from './launch.js';

/** Address of the server under test, e.g. http://127.0.0.1:8391; without one the tests skip. */
export const SERVER = process.env['TONLE_URL'] ?? '';
/** Address of a server of the two towns; without one the tests of plans skip. */
export const TOWNS = process.env['TONLE_TOWNS_URL'] ?? '';
/** Folder of the study it serves, for tests that look at the saved files; may be empty. */
export const FOLDER = process.env['TONLE_FOLDER'] ?? '';

/** How long a state is waited for: a busy machine is slow, not wrong. */
const PATIENCE_MS = 120_000;

/** A browser with one page, and all that went wrong in it. */
export interface Visit {
  readonly browser: Browser;
  readonly page: Page;
  /** Errors of scripts, refused policies and answers of the server above 499. */
  readonly wrong: string[];
  /** Requests that left the server under test. */
  readonly outside: string[];
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a browser; a second visit of the same reader, so no first marks cover the page. */
export async function visit(
  options: BrowserContextOptions = {},
  isFirst = false,
  server = SERVER,
): Promise<Visit> {
  const browser = await chromium.launch(LAUNCH);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  if (!isFirst) await context.addInitScript(() => localStorage.setItem('tonle.seen', 'yes'));
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const wrong: string[] = [];
  const outside: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    const isOurs = message.type() === 'error' && !message.text().includes('status of 4');
    if (isOurs) wrong.push(message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) wrong.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server) && !/^(data|blob):/.test(url)) outside.push(url);
  });
  return {
    browser,
    page,
    wrong,
    outside,
    go: async (path) => {
      await page.goto(server + path);
    },
    close: () => browser.close(),
  };
}

/** Waits until the study is read and run, which takes a while after a cold start. */
export async function ready(server = SERVER): Promise<string> {
  for (let i = 0; i < 300; i++) {
    const study = (await (await fetch(`${server}/api/v1/study`)).json()) as { state: string; id: string };
    if (study.state === 'ready') return study.id;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The study of the server under test did not become ready.');
}
