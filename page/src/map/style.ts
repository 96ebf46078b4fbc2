import type {
  ExpressionSpecification as Expression,
  LayerSpecification as Layer,
  SourceSpecification as Source,
  StyleSpecification as Style,
} from 'maplibre-gl';
import type { Palette } from '../look/palette.js';

const EMPTY: Source = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
const state = (name: string, otherwise: number | string): Expression => [
  'coalesce',
  ['feature-state', name],
  otherwise,
];
/** Width of a river: half as wide again closer in. */
const widened = (extra: number, share = 1): Expression => [
  'interpolate',
  ['linear'],
  ['zoom'],
  6,
  ['+', ['*', state('width', 1), share], extra],
  9,
  ['+', ['*', state('width', 1), 1.5 * share], extra],
  12,
  ['+', ['*', state('width', 1), 2.4 * share], extra],
];
const kept: Expression = ['case', ['==', ['feature-state', 'faded'], 1], 0.28, 1];
const where = (name: string): Expression => ['*', state(name, 0), kept];
const FONT = ['Noto Sans'];

/** Addresses of the two fonts of labels. */
export interface Fonts {
  readonly latin: string;
  readonly khmer: string;
}

/**
 * Style of the map: ground, rivers in five channels, labels. Everything is ours and local: the
 * style names no glyphs and no tiles, and the two fonts are served beside the page.
 */
export function style(palette: Palette, fonts: Fonts): Style {
  return {
    version: 8,
    'font-faces': {
      [FONT[0]!]: [
        { url: fonts.khmer, 'unicode-range': ['U+1780-17FF', 'U+200B-200D'] },
        { url: fonts.latin, 'unicode-range': ['U+0020-024F'] },
      ],
    },
    sources: {
      neighbours: EMPTY,
      land: EMPTY,
      provinces: EMPTY,
      lakes: EMPTY,
      reaches: EMPTY,
      flow: EMPTY,
      chosen: EMPTY,
      sites: EMPTY,
      towns: EMPTY,
      countries: EMPTY,
    },
    layers: [...ground(palette), ...rivers(palette), ...labels(palette)],
  };
}

function ground(palette: Palette): Layer[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'neighbours', type: 'fill', source: 'neighbours', paint: { 'fill-color': palette.neighbours } },
    {
      id: 'borders',
      type: 'line',
      source: 'neighbours',
      paint: { 'line-color': palette.rule, 'line-width': 0.8 },
    },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    {
      id: 'provinces',
      type: 'line',
      source: 'provinces',
      paint: { 'line-color': palette.rule, 'line-width': 0.9 },
    },
    { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': palette.second, 'line-width': 1.1 } },
  ];
}

/** Layers that draw the rivers by lines and find them under the pointer. */
export const RIVER_LAYERS = [
  'ticks', 'casing', 'core', 'unsure', 'worse', 'dry', 'chevrons', 'reach-hit',
] as const;

function rivers(palette: Palette): Layer[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const flat = { 'line-cap': 'butt', 'line-join': 'round' } as const;
  const colour: Expression = ['to-color', state('colour', palette.unknown), palette.unknown];
  const wet: Expression = ['*', ['-', 1, state('dry', 0)], kept];
  return [
    {
      id: 'lakes',
      type: 'fill',
      source: 'lakes',
      paint: { 'fill-color': colour, 'fill-opacity': ['case', ['==', state('unsure', 0), 1], 0.6, kept] },
    },
    {
      id: 'lake-casing',
      type: 'line',
      source: 'lakes',
      paint: { 'line-color': palette.casing, 'line-width': 1 },
    },
    {
      id: 'ticks',
      type: 'line',
      source: 'reaches',
      layout: flat,
      paint: {
        'line-color': colour,
        'line-width': 12,
        'line-dasharray': [0.15, 0.85],
        'line-opacity': where('breach'),
      },
    },
    {
      id: 'casing',
      type: 'line',
      source: 'reaches',
      layout: round,
      paint: { 'line-color': palette.casing, 'line-width': widened(1.2), 'line-opacity': wet },
    },
    {
      id: 'core',
      type: 'line',
      source: 'reaches',
      layout: round,
      paint: { 'line-color': colour, 'line-width': widened(0), 'line-opacity': wet },
    },
    {
      id: 'unsure',
      type: 'line',
      source: 'reaches',
      layout: flat,
      paint: {
        'line-color': palette.land,
        'line-width': widened(0, 0.55),
        'line-dasharray': [1.4, 2.2],
        'line-opacity': where('unsure'),
      },
    },
    {
      id: 'worse',
      type: 'line',
      source: 'reaches',
      layout: flat,
      paint: {
        'line-color': '#FFFFFF',
        // A thin river keeps its colour: the dashes take a third of it.
        'line-width': ['min', 1.3, ['*', state('width', 1), 0.33]],
        'line-dasharray': [3, 3],
        'line-opacity': where('worse'),
      },
    },
    {
      id: 'dry',
      type: 'line',
      source: 'reaches',
      layout: round,
      paint: {
        'line-color': palette.unknown,
        'line-width': 1.4,
        'line-dasharray': [0, 3],
        'line-opacity': where('dry'),
      },
    },
    {
      id: 'chevrons',
      type: 'symbol',
      source: 'flow',
      filter: ['>', ['get', 'width'], ['step', ['zoom'], 2.4, 8, 1.4, 10, 0]],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 90,
        'icon-image': 'chevron',
        'icon-rotation-alignment': 'map',
        'icon-keep-upright': false,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['get', 'width'], 1, 0.55, 4, 0.8, 9, 1.2],
      },
    },
    {
      id: 'chosen-ring',
      type: 'line',
      source: 'chosen',
      layout: round,
      paint: { 'line-color': palette.act, 'line-width': 16, 'line-opacity': 0.35 },
    },
    {
      id: 'reach-hit',
      type: 'line',
      source: 'reaches',
      layout: round,
      paint: { 'line-color': '#000', 'line-width': 18, 'line-opacity': 0 },
    },
  ];
}

function labels(palette: Palette): Layer[] {
  const halo = { 'text-halo-color': palette.land, 'text-halo-width': 1.6 };
  return [
    {
      id: 'river-names',
      type: 'symbol',
      source: 'reaches',
      minzoom: 6.2,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'river'],
        'text-font': FONT,
        'text-size': 12.5,
        'text-offset': [0, 1],
        'symbol-spacing': 420,
      },
      paint: { 'text-color': palette.second, ...halo },
    },
    {
      id: 'sites',
      type: 'circle',
      source: 'sites',
      minzoom: 7.5,
      paint: {
        'circle-radius': 3.5,
        'circle-color': palette.ink,
        'circle-stroke-color': palette.card,
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'towns',
      type: 'circle',
      source: 'towns',
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 14, 7, 30, 8.5, 999]],
      paint: {
        'circle-radius': ['case', ['get', 'isLargest'], 5, 3.6],
        'circle-color': palette.card,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': ['case', ['get', 'isLargest'], 2, 1.4],
      },
    },
    {
      id: 'town-names',
      type: 'symbol',
      source: 'towns',
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 14, 7, 30, 8.5, 999]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['case', ['get', 'isLargest'], 16, 13.5],
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 0.7,
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': palette.ink, ...halo },
    },
    {
      id: 'country-names',
      type: 'symbol',
      source: 'countries',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
      },
      paint: { 'text-color': palette.second },
    },
  ];
}
