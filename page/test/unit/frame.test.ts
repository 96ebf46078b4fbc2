import { describe, expect, it } from 'vitest';
import { readFrame } from '../../src/api/frame.js';

/** A frame as the server writes it: little endian, head padded to four bytes. */
function frame(head: object, place: number[], arrays: number[][]): ArrayBuffer {
  let text = JSON.stringify(head);
  while (new TextEncoder().encode(text).length % 4) text += ' ';
  const bytes = new TextEncoder().encode(text);
  const size = 4 + bytes.length + 4 * place.length + 4 * arrays.flat().length;
  const out = new DataView(new ArrayBuffer(size));
  out.setUint32(0, bytes.length, true);
  new Uint8Array(out.buffer, 4).set(bytes);
  let at = 4 + bytes.length;
  for (const p of place) out.setInt32(at, p, true), (at += 4);
  for (const v of arrays.flat()) out.setFloat32(at, v, true), (at += 4);
  return out.buffer;
}

describe('frame', () => {
  it('reads places and arrays behind a head of any length', () => {
    const answer = readFrame(
      frame(
        { n: 7, sentence: 'ទឹកល្អ', count: 2, arrays: ['place', 'value', 'classRank'] },
        [3, 9],
        [[1, 2, 3, 4], [1, 1, 2, Number.NaN]],
      ),
    );
    expect(answer).toMatchObject({ n: 7, sentence: 'ទឹកល្អ' });
    expect([...answer.place]).toEqual([3, 9]);
    expect([...answer.value]).toEqual([1, 2, 3, 4]);
    expect([...answer.classRank]).toEqual([1, 1, 2, Number.NaN]);
    expect(answer.chanceOver).toHaveLength(0);
  });

  it('reads an answer in which nothing changes', () => {
    const answer = readFrame(frame({ n: 1, count: 0, arrays: ['place', 'value'] }, [], []));
    expect(answer.place).toHaveLength(0);
  });
});
