import { describe, expect, it } from 'vitest';
import { History } from '../../src/state/history.js';

describe('history', () => {
  it('undoes and redoes by name', () => {
    const all = new History(0).step('to 1', 1).step('to 2', 2);
    const back = all.undo();
    expect(back.now).toBe(1);
    expect(back.undone.at(-1)?.name).toBe('to 2');
    expect(back.redo().now).toBe(2);
  });

  it('takes one pull of a lever as one step', () => {
    const pulled = new History(0).step('to 1', 1).step('to 2', 2, true).step('to 3', 3, true);
    expect(pulled.done).toHaveLength(1);
    expect(pulled.undo().now).toBe(0);
  });

  it('forgets what was undone when something new is done', () => {
    expect(new History(0).step('a', 1).undo().step('b', 2).undone).toEqual([]);
  });

  it('keeps a hundred steps', () => {
    let all = new History(0);
    for (let i = 1; i <= 120; i++) all = all.step(String(i), i);
    expect(all.done).toHaveLength(100);
    for (let i = 0; i < 130; i++) all = all.undo();
    expect(all.now).toBe(20);
  });
});
