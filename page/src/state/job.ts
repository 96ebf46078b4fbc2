import { signal } from '@preact/signals-core';

/** A long run of the server: it survives a closed tab, and is found again by its id. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: 'queued' | 'running' | 'stopping' | 'done' | 'stopped' | 'failed' | string;
  readonly text?: string;
  readonly progress?: number | null;
  readonly best?: number | null;
  readonly bound?: number | null;
  readonly gap?: number;
  readonly seconds?: number;
}

export const job = signal<Job | undefined>(undefined);
let events: EventSource | undefined;

export function isOver(one: Job): boolean {
  return ['done', 'stopped', 'failed'].includes(one.state);
}

/** Follows a run until it is over. */
export function followJob(started: Job, whenOver: () => void): void {
  events?.close();
  job.value = started;
  const source = new EventSource(`/api/v1/jobs/${encodeURIComponent(started.id)}/events`);
  events = source;
  const heard = (event: MessageEvent<string>): void => {
    const now = { ...started, ...job.peek(), ...(JSON.parse(event.data) as Partial<Job>) };
    job.value = now;
    if (!isOver(now)) return;
    source.close();
    whenOver();
  };
  for (const name of ['message', 'progress', 'bound', 'state', 'done']) {
    source.addEventListener(name, heard as (event: Event) => void);
  }
}
