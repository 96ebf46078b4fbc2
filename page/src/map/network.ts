import type { RiverMap } from '../api/types.js';

/** Which place's water runs into which, in one season: reaches by their nodes, lakes as nodes. */
export class Network {
  private readonly up: number[][];
  private readonly down: number[][];

  constructor(map: RiverMap, season: number, seasons: number) {
    const count = map.places.length;
    this.up = Array.from({ length: count }, () => []);
    this.down = Array.from({ length: count }, () => []);
    const into = new Map<string, number[]>();
    const outOf = new Map<string, number[]>();
    const nodeOf = new Map<string, number>();
    map.places.forEach((place, i) => {
      if (place.kind !== 'reach' || !place.from || !place.to) {
        nodeOf.set(place.id, i);
        return;
      }
      const isBack = map.runsBack[i * seasons + season] === 1;
      add(outOf, isBack ? place.to : place.from, i);
      add(into, isBack ? place.from : place.to, i);
    });
    for (const [node, arriving] of into) {
      const leaving = outOf.get(node) ?? [];
      const at = nodeOf.get(node);
      for (const a of arriving) {
        if (at !== undefined) this.join(a, at);
        else for (const b of leaving) this.join(a, b);
      }
    }
    for (const [node, at] of nodeOf) {
      for (const b of outOf.get(node) ?? []) this.join(at, b);
    }
  }

  private join(from: number, to: number): void {
    this.down[from]!.push(to);
    this.up[to]!.push(from);
  }

  upstreamOf(place: number): readonly number[] {
    return this.up[place] ?? [];
  }

  downstreamOf(place: number): readonly number[] {
    return this.down[place] ?? [];
  }

  /** The place and all whose water comes to it. */
  allUpstream(place: number): ReadonlySet<number> {
    const found = new Set([place]);
    const left = [place];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      for (const next of this.upstreamOf(at)) {
        if (!found.has(next)) {
          found.add(next);
          left.push(next);
        }
      }
    }
    return found;
  }
}

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
