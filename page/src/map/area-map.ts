import { html, svg, type TemplateResult } from 'lit';
import type { Area, Ring } from '../api/types.js';
import { palette } from '../look/theme.js';
import { css } from '../parts/css.js';
import { riverMap } from '../state/study.js';
import { figure } from '../words/figures.js';
import { nameIn, t } from '../words/words.js';
import { step } from './paint.js';

export interface AreaValue {
  readonly id: string;
  readonly value: number | null;
  readonly words?: string;
}

const WIDTH = 400;
/** Labels nearer than this would lie on each other: the larger value keeps its own. */
/** Mean width of a letter of a label. */
const LETTER = 6;
const APART_X = 70;
const APART_Y = 26;

/** Map of provinces by a load; breaks are fixed, zero is drawn as zero, no data is hatched. */
export function areaMap(
  values: readonly AreaValue[],
  title: string,
  breaks: readonly number[],
): TemplateResult {
  const provinces = (riverMap.value?.provinces ?? []).filter((p) => p.parent && p.rings.length);
  if (!provinces.length) return html``;
  const known = new Map(values.map((v) => [v.id, v]));
  const project = projection(provinces.flatMap((p) => p.rings));
  const edges = breaks.length ? breaks : quarters(values);
  return html`<figure class="area-map">
    <svg viewBox="0 0 ${WIDTH} ${project.height}" role="img" aria-label=${title}>
      <defs>
        <pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" stroke=${palette.value.unknown} stroke-width="1" />
        </pattern>
      </defs>
      ${provinces.map((p) => area(p, known.get(p.id), project.path, edges))}
      ${labels(provinces, known, project.point)}
    </svg>
    <figcaption>
      <span>${title}</span>
      <ul class="steps">
        <li><i class="zero"></i> 0</li>
        ${edges.map((edge, i) => html`<li><i ${css({ background: cutColour(i) })}></i> ≤ ${figure(edge)}</li>`)}
        <li><i ${css({ background: cutColour(edges.length) })}></i> > ${figure(edges.at(-1))}</li>
        <li><i class="hatched"></i> ${t('value.none')}</li>
      </ul>
    </figcaption>
  </figure>`;
}

function area(
  province: Area,
  value: AreaValue | undefined,
  path: (ring: Ring) => string,
  edges: readonly number[],
): TemplateResult<2> {
  const v = value?.value;
  const fill =
    v === null || v === undefined
      ? 'url(#no-data)'
      : v === 0
        ? palette.value.land
        : cutColour(step(v, edges));
  return svg`<path class="unit" fill=${fill} d=${province.rings.map(path).join('')}>
    <title>${nameIn(province.names)} ${value?.words ?? figure(v)}</title>
  </path>`;
}

/** Name and value of the provinces that must cut something; the others stay quiet. */
function labels(
  provinces: readonly Area[],
  values: ReadonlyMap<string, AreaValue>,
  point: (p: readonly [number, number]) => [number, number],
): TemplateResult<2>[] {
  const placed: [number, number][] = [];
  const value = (p: Area) => values.get(p.id)?.value ?? 0;
  return provinces
    .filter((p) => value(p) > 0)
    .sort((a, b) => value(b) - value(a))
    .flatMap((province) => {
      const [x, y] = point(centre(province));
      const isFree = placed.every(([a, b]) => Math.abs(a - x) > APART_X || Math.abs(b - y) > APART_Y);
      if (!isFree) return [];
      placed.push([x, y]);
      const words = values.get(province.id)?.words ?? figure(value(province));
      const name = nameIn(province.names);
      const inside = within(x, Math.max(name.length, words.length));
      return [
        svg`<text class="halo" x=${inside} y=${y} text-anchor="middle">${name}
          <tspan x=${inside} dy="1.2em" class="strong">${words}</tspan></text>`,
      ];
    });
}

/** Middle of a label that stands within the picture, as near to its place as that allows. */
function within(x: number, letters: number): number {
  const half = (letters * LETTER) / 2;
  return Math.min(WIDTH - half, Math.max(half, x));
}

/** Middle of the largest part of a province. */
function centre(province: Area): readonly [number, number] {
  const largest = province.rings.reduce((a, b) => (b.length > a.length ? b : a));
  const lons = largest.map((p) => p[0]);
  const lats = largest.map((p) => p[1]);
  return [
    (Math.min(...lons) + Math.max(...lons)) / 2,
    (Math.min(...lats) + Math.max(...lats)) / 2,
  ];
}

function cutColour(stepAt: number): string {
  return palette.value.cut[Math.min(palette.value.cut.length - 1, stepAt)]!;
}

/** Three breaks at round numbers below the largest value. */
function quarters(values: readonly AreaValue[]): number[] {
  const most = Math.max(0, ...values.map((v) => v.value ?? 0));
  const ten = 10 ** Math.floor(Math.log10(most || 1));
  return [ten / 10, ten / 3, ten].map((v) => Number(v.toPrecision(1)));
}

function projection(rings: readonly Ring[]): {
  height: number;
  path: (ring: Ring) => string;
  point: (p: readonly [number, number]) => [number, number];
} {
  const lons = rings.flatMap((r) => r.map((p) => p[0]));
  const lats = rings.flatMap((r) => r.map((p) => p[1]));
  const bound = (all: number[], least: boolean) =>
    all.reduce((a, b) => (least ? Math.min(a, b) : Math.max(a, b)), least ? Infinity : -Infinity);
  const [west, east, south, north] = [bound(lons, true), bound(lons, false), bound(lats, true), bound(lats, false)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * narrow || 1);
  const point = ([lon, lat]: readonly [number, number]): [number, number] => [
    Math.round((lon - west) * narrow * scale),
    Math.round((north - lat) * scale),
  ];
  return {
    height: Math.ceil((north - south) * scale) || 10,
    point,
    path: (ring) => `M${ring.map((p) => point(p).join(' ')).join('L')}Z`,
  };
}
