import { signal } from '@preact/signals-core';

/** A long run of the server: it survives a closed tab, and is found again by its id. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: 'queued' | 'running' | 'done' | 'stopped' | 'failed';
  readonly isStopped: boolean;
  readonly progress: Progress;
  readonly problem?: { readonly text?: string; readonly hint?: string };
}

export interface Progress {
  readonly done?: number;
  readonly of?: number;
  readonly step?: string;
  readonly seconds?: number;
  readonly best_usd?: number | null;
  readonly bound_usd?: number | null;
  readonly gap?: number | null;
}

export const job = signal<Job | undefined>(undefined);
let events: EventSource | undefined;

export function isOver(one: Job): boolean {
  return one.state === 'done' || one.state === 'stopped' || one.state === 'failed';
}

/** Follows a run until it is over. */
export function followJob(started: Job, whenOver: () => void): void {
  events?.close();
  job.value = started;
  const source = new EventSource(`/api/v1/jobs/${encodeURIComponent(started.id)}/events`);
  events = source;
  source.addEventListener('job', (event: MessageEvent<string>) => {
    const now = JSON.parse(event.data) as Job;
    job.value = now;
    if (!isOver(now)) return;
    source.close();
    whenOver();
  });
}
