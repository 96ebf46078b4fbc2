import type { Paper, Section } from '../parts/paper.js';
import { language } from '../state/address.js';
import { riverMap, season, standard, study } from '../state/study.js';
import { figure, ofHundred, percent } from '../words/figures.js';
import { nameIn, t, type Names } from '../words/words.js';
import { causesPaper, type Causes } from './causes.js';
import { seasonName } from './fit-page.js';

/** What the server tells of a place. */
export interface PlaceTold {
  readonly id: string;
  readonly province?: { readonly names: Names };
  readonly length_km?: number;
  readonly provenance?: {
    readonly reference: string;
    readonly quality: string;
    readonly words: string;
    readonly file: string;
    readonly row: number;
  };
  readonly seasons: readonly {
    readonly id: string;
    readonly discharge_m3_per_s?: number | null;
    readonly velocity_m_per_s?: number | null;
    readonly travelTime_d?: number | null;
    readonly temperature_c?: number | null;
    readonly p5?: number | null;
    readonly p50?: number | null;
    readonly p95?: number | null;
  }[];
  readonly verdicts: readonly {
    readonly standard: string;
    readonly class: string;
    readonly season: string;
    readonly constituent: string;
    readonly limit: number;
    readonly limitOfMean?: number | null;
    readonly isRequired: boolean;
    readonly probabilityOfMeeting: number | null;
    readonly probabilityWithoutSources: number | null;
  }[];
  readonly measured: readonly {
    readonly station?: string;
    readonly constituent?: string;
    readonly season?: string;
    readonly seasons?: string;
    readonly date?: string;
    readonly value?: number;
    readonly unit?: string;
    readonly n?: number;
    readonly reference?: string;
    readonly quality?: string;
  }[];
  readonly upstream: readonly number[];
  readonly downstream: readonly number[];
  readonly causes?: Causes;
}

/** A place as a paper, with how good what is known of it is. */
export interface PlacePaper extends Paper {
  readonly subtitle: string;
  readonly mark?: PlaceTold['provenance'];
}

export function placePaper(of: PlaceTold): PlacePaper {
  const here = of.seasons.find((s) => s.id === season.value?.id);
  const causes = of.causes && causesPaper(of.causes);
  const p = of.provenance;
  return {
    subtitle: [
      nameIn(of.province?.names),
      of.length_km ? `${figure(of.length_km, 3)} km` : '',
      here?.discharge_m3_per_s ? `${figure(Math.abs(here.discharge_m3_per_s), 3)} m³/s` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    ...(p ? { mark: p } : {}),
    ...(causes?.sentence ? { sentence: causes.sentence } : {}),
    sections: [
      ...(causes?.sections?.slice(0, 1) ?? []),
      verdicts(of),
      year(of),
      ...(of.measured.length ? [measured(of)] : []),
      downstream(of),
    ],
  };
}

/** The same water judged by each law the study knows, in the season shown. */
function verdicts(of: PlaceTold): Section {
  const lang = language.value;
  const rows = of.verdicts.filter((v) => v.season === season.value?.id);
  const name = (id: string) => {
    const one = study.value?.standards.find((s) => s.id === id);
    return (one && nameIn(one.names)) || id;
  };
  const first = (id: string) => (id === standard.value?.id ? 0 : 1);
  return {
    title: t('place.laws'),
    table: {
      heads: [
        t('view.standard'), t('list.class'), `#${t('place.limit')}`, `#${t('place.limitOfMean')}`,
        `#${t('place.meets')}`, `#${t('place.withoutSources')}`,
      ],
      rows: [...rows]
        .sort((a, b) => first(a.standard) - first(b.standard))
        .map((v) => [
          name(v.standard) + (v.isRequired ? ` · ${t('place.required')}` : ''),
          v.class,
          figure(v.limit, 4),
          figure(v.limitOfMean, 3),
          v.probabilityOfMeeting === null ? '–' : t('demand.ofHundred', { count: ofHundred(v.probabilityOfMeeting) }),
          percent(v.probabilityWithoutSources, lang),
        ]),
    },
  };
}

function year(of: PlaceTold): Section {
  return {
    title: t('place.year'),
    table: {
      heads: [t('seasons'), '#m³/s', '#m/s', '#d', '#°C', `#${t('statistic.p50')}`, `#${t('fit.band')}`],
      rows: of.seasons.map((s) => [
        seasonName(s.id),
        figure(s.discharge_m3_per_s === undefined ? null : s.discharge_m3_per_s, 3),
        figure(s.velocity_m_per_s),
        figure(s.travelTime_d),
        figure(s.temperature_c),
        figure(s.p50),
        `${figure(s.p5)}–${figure(s.p95)}`,
      ]),
    },
  };
}

function measured(of: PlaceTold): Section {
  return {
    title: t('fit.measured'),
    table: {
      heads: [t('fit.station'), t('view.constituent'), t('seasons'), `#${t('fit.n')}`, `#${t('fit.measured')}`, t('fit.source')],
      rows: of.measured.map((m) => [
        m.station ?? '',
        m.constituent ?? '',
        m.date ?? seasonName(m.season ?? m.seasons ?? ''),
        String(m.n ?? ''),
        [figure(m.value, 3), m.unit].filter(Boolean).join(' '),
        m.reference ?? '',
      ]),
    },
  };
}

/** Where the water goes from here, next place first. */
function downstream(of: PlaceTold): Section {
  const places = riverMap.value?.places ?? [];
  const next = of.downstream.slice(0, 12);
  return {
    title: t('place.downstream'),
    note: next.length ? '' : t('place.end'),
    table: {
      heads: [t('list.place'), '#km'],
      rows: next.map((i) => [nameIn(places[i]?.name) || places[i]?.id || '', figure(places[i]?.length_km, 3)]),
      links: next.map((i) => [places[i]?.id ?? null]),
    },
  };
}
