import { signal, type Signal } from '@preact/signals-core';
import type { Problem } from './types.js';

/** Answer of the server that says what is wrong and what to do. */
export class ServerError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    text: string,
    readonly hint: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(text);
  }
}

const ROOT = '/api/v1/';

/** Asks the server; throws a ServerError, status 0 when nobody answers. */
export async function ask<T>(path: string, request: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(ROOT + path, { ...request, headers: { accept: 'application/json', ...request.headers } });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ServerError(0, 'not_connected', '', '');
  }
  const body: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw refusal(answer.status, body);
  return body as T;
}

/** Sends a change. */
export function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const request: RequestInit = { method };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { 'content-type': 'application/json' };
  }
  return ask<T>(path, request);
}

function refusal(status: number, body: unknown): ServerError {
  const { code = 'error', text = `HTTP ${status}`, hint = '', problems = [] } = body as {
    code?: string;
    text?: string;
    hint?: string;
    problems?: readonly Problem[];
  };
  return new ServerError(status, code, text, hint, problems);
}

/** Something the page shows and the server holds: the last good value stays while it is renewed. */
export class Held<T> {
  readonly value: Signal<T | undefined> = signal(undefined);
  readonly error: Signal<ServerError | undefined> = signal(undefined);
  /** Whether a newer value is on its way; what is shown is from before. */
  readonly isStale = signal(false);
  private running: AbortController | undefined;

  constructor(private readonly path: string) {}

  renew(): void {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.isStale.value = true;
    ask<T>(this.path, { signal: running.signal })
      .then((value) => {
        this.value.value = value;
        this.error.value = undefined;
      })
      .catch((error: unknown) => {
        if (running.signal.aborted) return;
        this.error.value =
          error instanceof ServerError ? error : new ServerError(0, 'error', String(error), '');
      })
      .finally(() => {
        if (this.running === running) this.isStale.value = false;
      });
  }
}

const held = new Map<string, Held<unknown>>();

/** What the server holds at this path, asked for once and kept. */
export function hold<T>(path: string): Held<T> {
  const known = held.get(path);
  if (known) return known as Held<T>;
  const fresh = new Held<T>(path);
  held.set(path, fresh as Held<unknown>);
  fresh.renew();
  return fresh;
}

/** Asks anew for everything shown, after the study has changed. */
export function renewAll(): void {
  for (const one of held.values()) one.renew();
}

/** Path with the queries that have a value. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
