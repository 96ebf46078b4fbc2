import type { Paper, Section } from '../parts/paper.js';
import { language } from '../state/address.js';
import { riverMap, study } from '../state/study.js';
import { figure, percent } from '../words/figures.js';
import { t } from '../words/words.js';
import { constituentName } from './fit-page.js';

interface Part {
  readonly key: string;
  readonly name: string;
  readonly central: number;
  readonly p5: number;
  readonly p95: number;
  readonly share: number;
  readonly at?: number;
}

/** Who causes the water of a place: the same total, divided four ways. */
export interface Causes {
  readonly place: string;
  readonly season: string;
  readonly constituent: string;
  readonly total: number;
  readonly overBorderShare: number;
  readonly source: readonly Part[];
  readonly category: readonly Part[];
  readonly unit: readonly Part[];
  readonly country: readonly Part[];
}

const WAYS = ['source', 'category', 'unit', 'country'] as const;
/** Parts are named until so much of the total is told; the rest is one line, never above a tenth. */
const TOLD = 0.95;
const MOST = 12;

/** Causes as tables; each adds up to the total, which is printed. */
export function causesPaper(causes: Causes): Paper {
  const unit = study.value?.constituents.find((c) => c.id === causes.constituent)?.unit ?? '';
  const first = causes.category[0];
  return {
    ...(first
      ? {
          sentence: t('cause.sentence', {
            share: percent(first.share, language.value),
            name: first.name,
            constituent: constituentName(causes.constituent),
          }),
        }
      : {}),
    sections: WAYS.filter((way) => causes[way].length).map((way) => section(way, causes, unit)),
  };
}

function section(way: (typeof WAYS)[number], causes: Causes, unit: string): Section {
  const named: Part[] = [];
  let sum = 0;
  for (const part of causes[way]) {
    if (named.length >= MOST || sum >= TOLD) break;
    named.push(part);
    sum += part.share;
  }
  const others = causes[way].length - named.length;
  const rest = causes.total - named.reduce((all, part) => all + part.central, 0);
  const places = riverMap.value?.places;
  const row = (name: string, value: number, band: string) => [
    name,
    percent(value / causes.total, language.value),
    figure(value, 3),
    band,
  ];
  return {
    title: t(`cause.by.${way}`),
    note: t('cause.note', { total: `${figure(causes.total, 3)} ${unit}` }),
    table: {
      heads: [t(`cause.${way}`), `#${t('cause.share')}`, `#${unit}`, `#${t('fit.band')}`],
      rows: [
        ...named.map((p) => row(p.name, p.central, `${figure(p.p5)}–${figure(p.p95)}`)),
        ...(others > 0 ? [row(t('cause.rest', { count: others }), Math.max(0, rest), '')] : []),
        row(t('cause.sum'), causes.total, ''),
      ],
      links: named.map((p) => [p.at === undefined ? null : (places?.[p.at]?.id ?? null)]),
    },
  };
}
