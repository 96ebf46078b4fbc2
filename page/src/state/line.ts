import { signal } from '@preact/signals-core';
import { readFrame } from '../api/frame.js';
import { problemWords } from '../parts/problem-words.js';
import { live, settled, viewOf, type Settled } from './live.js';

/** What is asked of the live line. */
export interface Request {
  readonly c: string;
  readonly std: string;
  readonly st: string;
  readonly sc: string;
  /** Language of the sentence that comes back. */
  readonly lang: string;
  readonly changes: object;
  readonly settle?: boolean;
  /** When the finger moved, for the measure from lever to map. */
  readonly from: number;
}

export type Connection = 'idle' | 'open' | 'lost';
export const connection = signal<Connection>('idle');
/** Whether a newer answer is on its way. */
export const isWaiting = signal(false);
/** What the last answer refused, in words. */
export const refusal = signal<string | undefined>(undefined);

const RETRY_MS = [500, 1000, 2000, 5000];

/** Line to the server: one request under way, and of those that wait only the newest is sent. */
export class Line {
  private socket: WebSocket | undefined;
  private under: (Request & { n: number }) | undefined;
  private next: Request | undefined;
  private last: Request | undefined;
  private n = 0;
  private failures = 0;

  constructor(private readonly url: () => string) {}

  ask(request: Request): void {
    this.last = request;
    this.next = request;
    isWaiting.value = true;
    this.flush();
  }

  /** Forgets what was asked: no lever is moved any more. */
  rest(): void {
    this.next = undefined;
    this.last = undefined;
    live.value = undefined;
    settled.value = undefined;
    isWaiting.value = false;
    refusal.value = undefined;
  }

  private flush(): void {
    if (!this.next || this.under) return;
    if (!this.socket) return this.open();
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.under = { ...this.next, n: ++this.n };
    this.next = undefined;
    const { from: _, ...sent } = this.under;
    this.socket.send(JSON.stringify(sent));
  }

  private open(): void {
    const socket = new WebSocket(this.url());
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.addEventListener('open', () => {
      connection.value = 'open';
      this.failures = 0;
      this.flush();
    });
    socket.addEventListener('message', (event: MessageEvent<ArrayBuffer | string>) =>
      this.answer(event.data),
    );
    socket.addEventListener('close', () => this.closed());
  }

  private answer(data: ArrayBuffer | string): void {
    if (typeof data === 'string' && (JSON.parse(data) as { settled?: boolean }).settled) {
      // The load to cut comes by itself, after the answer it belongs to.
      settled.value = JSON.parse(data) as Settled;
      return;
    }
    const request = this.under;
    this.under = undefined;
    if (typeof data === 'string') {
      const said = JSON.parse(data) as { dropped?: boolean; text?: string; hint?: string };
      if (!said.dropped) refusal.value = [said.text, said.hint].filter(Boolean).join(' ');
    } else {
      const answer = readFrame(data);
      // An answer that came after everything was put back is of no use any more.
      if (request && this.last) {
        live.value = { ...answer, view: viewOf(request) };
        refusal.value = answer.problems.map(problemWords)[0];
        // A question after a rest was not asked by the finger.
        if (!request.settle) measure(request.from);
      }
    }
    isWaiting.value = this.next !== undefined;
    this.flush();
  }

  private closed(): void {
    this.socket = undefined;
    const lost = this.under;
    this.under = undefined;
    connection.value = 'lost';
    this.next ??= lost ?? this.last;
    if (!this.next) return;
    const wait = RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)]!;
    setTimeout(() => this.flush(), wait);
  }
}

/** From the input event to the script's end; the frame itself is the browser's. */
function measure(from: number | undefined): void {
  if (from === undefined) return;
  queueMicrotask(() =>
    setTimeout(() => performance.measure('lever to map', { start: from, end: performance.now() })),
  );
}
