import type { Map as MapLibre } from 'maplibre-gl';
import type { Place, RiverMap } from '../../../src/api/types.js';
import { light } from '../../../src/look/palette.js';
import { paintAll, type Scale } from '../../../src/map/paint.js';
import { RiverCanvas } from '../../../src/map/river-canvas.js';
import { RiverLayer } from '../../../src/map/rivers/river-layer.js';
import { BACK, BREACH, DRY, FADED, pack, STILL, UNSURE, WORSE } from '../../../src/map/word.js';
import type { Standing } from '../../../src/state/standing.js';

/** Stage for the tests of the rivers' drawing: a map of a made network, without a server. */
const SIZE = 600;
const EMPTY = {
  towns: [], plants: [], factories: [], provinces: [], land: [], neighbours: [], rivers: [], hasSea: false,
};
const SCALE: Scale = {
  shown: 'class', palette: light, confidence: 0.9, ranks: [1, 2, 3, 4, 5], limits: [1, 2, 3, 4, 5],
};

interface Stage {
  readonly canvas: RiverCanvas;
  readonly map: MapLibre;
}

function stage(manyPlaces: number): Stage {
  const box = document.createElement('div');
  box.style.cssText = `width:${SIZE}px;height:${SIZE}px`;
  document.body.replaceChildren(box);
  const silent = { hover: () => {}, choose: () => {}, moved: () => {} };
  const canvas = new RiverCanvas(box, light, silent, manyPlaces);
  return { canvas, map: (canvas as unknown as { map: MapLibre }).map };
}

/** Waits until everything is drawn. */
function idle(map: MapLibre): Promise<void> {
  return new Promise((done) => {
    map.once('idle', () => done());
    map.triggerRepaint();
  });
}

/** The pixels of the next frame, from its top, four bytes each. */
function pixels(map: MapLibre): Promise<Uint8Array> {
  return new Promise((done) => {
    map.once('render', () => {
      const gl = map.getCanvas().getContext('webgl2')!;
      const read = new Uint8Array(SIZE * SIZE * 4);
      gl.readPixels(0, 0, SIZE, SIZE, gl.RGBA, gl.UNSIGNED_BYTE, read);
      const row = SIZE * 4;
      const turned = new Uint8Array(read.length);
      for (let y = 0; y < SIZE; y++) turned.set(read.subarray(y * row, (y + 1) * row), (SIZE - 1 - y) * row);
      done(turned);
    });
    map.triggerRepaint();
  });
}

/** Ten level reaches, one below the other, each with looks of its own. */
const LOOKS = [
  ...[1, 2, 3, 4, 5].map((colour) => pack(colour, 5, STILL)),
  pack(4, 5, STILL | BREACH),
  pack(2, 5, STILL | UNSURE),
  pack(5, 5, STILL | WORSE),
  pack(0, 5, STILL | DRY),
  pack(3, 5, STILL | FADED),
  pack(1, 5, 0),
  pack(1, 5, BACK),
];

function level(): RiverMap {
  const places = LOOKS.map((_, i): Place => {
    const latitude = 10 - i * 0.1;
    return {
      id: `R${i}`, kind: 'reach', name: {},
      line: [[100, latitude], [100.6, latitude], [101.2, latitude]],
    };
  });
  return {
    ...EMPTY,
    bounds: [100, 10 - (LOOKS.length - 1) * 0.1, 101.2, 10],
    places,
    discharge_m3_per_s: LOOKS.map((word) => (word & STILL ? 0 : 100)),
    runsBack: LOOKS.map((word) => (word & BACK ? 1 : 0)),
  };
}

/** What is seen of each reach: the share of its pixels by colour, on the line and beside it. */
async function seen(isOwn: boolean): Promise<object> {
  const { canvas, map } = stage(isOwn ? 0 : Infinity);
  const rivers = level();
  await canvas.ground(rivers, 'en');
  await canvas.flow(rivers, 0, 1);
  canvas.fit(rivers.bounds, { left: 40, right: 40, top: 40, bottom: 40 });
  await canvas.paint(Uint32Array.from(LOOKS));
  await idle(map);
  const drawn = await pixels(map);
  const reaches = rivers.places.map((place) => {
    const [a, , b] = place.line!.map((p) => canvas.project([...p] as [number, number]));
    const across = (offset: number) => row(drawn, a!.x + 10, b!.x - 10, Math.round(a!.y) + offset);
    const middle = [-1, 0, 1].flatMap((offset) => across(offset));
    return { middle: shares(middle), beside: shares(across(-5)) };
  });
  const picked = rivers.places.map((place) => {
    const at = canvas.project([...place.line![1]!] as [number, number]);
    const drawing = (canvas as unknown as { rivers: RiverLayer }).rivers;
    return drawing.at({ x: at.x + 20, y: at.y + 3 });
  });
  const isOurs = (canvas as unknown as { rivers: object }).rivers instanceof RiverLayer;
  canvas.remove();
  return { isOurs, reaches, picked };
}

function row(drawn: Uint8Array, from: number, to: number, y: number): number[][] {
  const found: number[][] = [];
  for (let x = Math.ceil(from); x < to; x++) {
    const at = (y * SIZE + x) * 4;
    found.push([drawn[at]!, drawn[at + 1]!, drawn[at + 2]!]);
  }
  return found;
}

const NAMED = [light.unknown, ...light.classes, '#FFFFFF', light.casing, light.sea, light.land];

/** Share of the pixels by the nearest colour of the map; sea and land both count as ground. */
function shares(found: readonly number[][]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const pixel of found) {
    const away = (hex: string) =>
      Math.hypot(...[1, 3, 5].map((at, i) => Number.parseInt(hex.slice(at, at + 2), 16) - pixel[i]!));
    const near = NAMED.reduce((best, hex) => (away(hex) < away(best) ? hex : best));
    const nearest = near === light.sea ? light.land : near;
    counts[nearest] = (counts[nearest] ?? 0) + 1 / found.length;
  }
  return counts;
}

/** A forest of so many reaches of three points each on a square of four degrees. */
function forest(count: number): RiverMap {
  let seed = 1;
  const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const places = Array.from({ length: count }, (_, i): Place => {
    let [longitude, latitude] = [100 + 4 * chance(), 10 + 4 * chance()];
    const bearing = 2 * Math.PI * chance();
    const line = Array.from({ length: 3 }, (): [number, number] => {
      longitude += 0.01 * Math.cos(bearing) + 0.002 * (chance() - 0.5);
      latitude += 0.01 * Math.sin(bearing) + 0.002 * (chance() - 0.5);
      return [longitude, latitude];
    });
    return { id: `R${i}`, kind: 'reach', name: {}, line };
  });
  return {
    ...EMPTY,
    bounds: [100, 10, 104, 14],
    places,
    discharge_m3_per_s: places.map(() => 200 * chance()),
    runsBack: places.map(() => 0),
  };
}

/** Water of every place and season; `turn` changes all of it. */
function water(count: number, turn: number): Standing {
  const all = (make: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => make(i));
  const value = all((i) => ((i + turn) % 60) / 10);
  return {
    value, low: value, high: value,
    classRank: all((i) => 1 + ((i + turn) % 5)),
    classSure: all((i) => ((i * 7 + turn) % 10) / 10),
    chanceOver: all((i) => ((i * 3 + turn) % 11) / 10),
    outcome: all(() => 4),
    changed: new Set(),
  };
}

/** Time of recolouring a large network, and how it was done. */
async function recolour(count: number, turns: number): Promise<object> {
  const { canvas, map } = stage(5000);
  const rivers = forest(count);
  const began = performance.now();
  await canvas.ground(rivers, 'en');
  canvas.fit(rivers.bounds, { left: 0, right: 0, top: 0, bottom: 0 });
  const waters = Array.from({ length: 5 }, (_, turn) => water(count, turn));
  await canvas.paint(paintAll(waters[0]!, rivers, 0, 1, SCALE));
  await idle(map);
  const ready_ms = performance.now() - began;
  const gl = map.getCanvas().getContext('webgl2')!;
  const calls = { uploads: 0, states: 0 };
  const upload = gl.texSubImage2D.bind(gl);
  gl.texSubImage2D = ((...given: never[]) => (calls.uploads++, (upload as (...a: never[]) => void)(...given))) as never;
  const setState = map.setFeatureState.bind(map);
  map.setFeatureState = (...given) => (calls.states++, setState(...given));
  const script_ms: number[] = [];
  for (let turn = 1; turn <= turns; turn++) {
    const start = performance.now();
    const words = paintAll(waters[turn % waters.length]!, rivers, 0, 1, SCALE);
    await canvas.paint(words);
    script_ms.push(performance.now() - start);
  }
  const drawing = performance.now();
  await pixels(map);
  const frame_ms = performance.now() - drawing;
  canvas.remove();
  return { calls, script_ms, frame_ms, ready_ms };
}

Object.assign(globalThis, { seen, recolour });
