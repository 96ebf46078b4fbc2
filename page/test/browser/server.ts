import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LAUNCH } from './launch.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const READY_MS = 180_000;
const END_MS = 20_000;

interface Served {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/**
 * Starts the servers that the browser tests visit, unless TONLE_URL names one that runs: Cambodia,
 * and the two towns, whose plans are found in seconds. Each serves a copy of its study, for the
 * tests write into it. A machine without a browser skips the tests and says so.
 */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (!existsSync(LAUNCH.executablePath)) {
    console.warn(`Browser tests skipped: no browser at ${LAUNCH.executablePath}; CHROMIUM names another.`);
    delete process.env['TONLE_URL'];
    return undefined;
  }
  if (process.env['TONLE_URL']) return undefined;
  // One after the other: the first start may have to build the program.
  const cambodia = await serve('cambodia', 8391);
  const towns = await serve('two-towns', 8491).catch(async (error: unknown) => {
    await cambodia.stop();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await Promise.all([cambodia.stop(), towns.stop()]);
  };
  process.env['TONLE_URL'] = cambodia.url;
  process.env['TONLE_FOLDER'] = cambodia.folder;
  process.env['TONLE_TOWNS_URL'] = towns.url;
  return stop;
}

/** Starts the launcher on a copy of a study; a port that is taken is passed over. */
async function serve(name: string, port: number): Promise<Served> {
  const parent = mkdtempSync(path.join(tmpdir(), 'tonle-page-'));
  const folder = path.join(parent, name);
  cpSync(path.join(ROOT, 'studies', name), folder, { recursive: true });
  const server = spawn(
    path.join(ROOT, 'tonle'),
    ['serve', folder, '--no-browser', '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const stop = async (): Promise<void> => {
    await end(server);
    rmSync(parent, { recursive: true, force: true });
  };
  try {
    const url = await address(server);
    await ready(url);
    return { url, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that the server says when it listens. */
async function address(server: ChildProcess): Promise<string> {
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((done, failed) => {
      const hear = (text: Buffer): void => {
        said += text.toString();
        const found = /http:\/\/[\w.[\]:]+:\d+/.exec(said);
        if (found) done(found[0]);
      };
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
      server.once('error', failed);
      server.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said}`)));
      timer = setTimeout(() => failed(new Error(`The server said no address:\n${said}`)), READY_MS);
      timer.unref();
    });
  } finally {
    clearTimeout(timer);
  }
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${url}/api/v1/study`).catch(() => undefined);
    const { state } = (await answer?.json().catch(() => ({}))) as { state?: string };
    if (state === 'ready') return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`The study was not ready within ${READY_MS / 1000} s.`);
}

/**
 * Ends the launcher and the program it started, and waits for the end: the study's folder is taken
 * away afterwards, and a program that still wrote into it would leave it behind.
 */
async function end(server: ChildProcess): Promise<void> {
  const isOver = () => server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
  if (isOver()) return;
  const over = new Promise<void>((done) => server.once('close', () => done()));
  signal(server, 'SIGTERM');
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((done) => {
    timer = setTimeout(done, END_MS);
    timer.unref();
  });
  await Promise.race([over, patience]);
  clearTimeout(timer);
  if (!isOver()) signal(server, 'SIGKILL');
}

/** Sends a signal to the launcher's whole group, for the program is a child of the launcher. */
function signal(server: ChildProcess, name: NodeJS.Signals): void {
  try {
    process.kill(-server.pid!, name);
  } catch {
    // It has ended by itself.
  }
}
