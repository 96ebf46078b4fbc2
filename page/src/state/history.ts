/** One step that can be undone, with the name under which it is undone. */
export interface Step<T> {
  readonly name: string;
  readonly before: T;
  readonly after: T;
}

/** Steps done and undone: undo is the log. Nothing in it changes; each method gives a new one. */
export class History<T> {
  static readonly MOST = 100;

  constructor(
    readonly now: T,
    readonly done: readonly Step<T>[] = [],
    readonly undone: readonly Step<T>[] = [],
  ) {}

  /** Does a step; one that follows closely on a step of the same key is one pull of a lever. */
  step(name: string, after: T, joins = false): History<T> {
    const last = this.done.at(-1);
    const joined = joins && last !== undefined;
    const step = { name, before: joined ? last.before : this.now, after };
    const done = [...(joined ? this.done.slice(0, -1) : this.done), step];
    return new History(after, done.slice(-History.MOST));
  }

  undo(): History<T> {
    const step = this.done.at(-1);
    return step
      ? new History(step.before, this.done.slice(0, -1), [...this.undone, step])
      : this;
  }

  redo(): History<T> {
    const step = this.undone.at(-1);
    return step
      ? new History(step.after, [...this.done, step], this.undone.slice(0, -1))
      : this;
  }
}
