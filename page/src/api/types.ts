import type { Names } from '../words/words.js';

/** What the server says of the study as a whole. */
export interface Study {
  readonly id: string;
  readonly names: Names;
  readonly year: number;
  readonly draws: number;
  readonly confidence: number;
  /** Missing until the study was ready once; while it is prepared anew, that of the old results. */
  readonly version?: string;
  readonly state: 'preparing' | 'ready' | 'wrong' | 'failed';
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly seasons: readonly Season[];
  readonly constituents: readonly Constituent[];
  readonly standards: readonly Standard[];
}

export interface Season {
  readonly id: string;
  readonly names: Names;
  readonly days: number;
  readonly months?: readonly number[];
}

export interface Constituent {
  readonly id: string;
  readonly names: Names;
  readonly unit: string;
  readonly isBacteria?: boolean;
}

export interface Standard {
  readonly id: string;
  readonly names: Names;
  readonly isMain: boolean;
  readonly constituents: readonly string[];
  readonly classes: readonly { readonly rank: number; readonly name: string }[];
}

/** Something wrong in the data, as `check` says it. */
export interface Problem {
  readonly severity: 'ERROR' | 'WARNING' | string;
  readonly code: string;
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly text?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly hint?: string;
}

export type Ring = readonly (readonly [number, number])[];

/** Geometry of the study; flat arrays are indexed place × seasons + season. */
export interface RiverMap {
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly places: readonly Place[];
  readonly discharge_m3_per_s: readonly (number | null)[];
  readonly runsBack: readonly number[];
  readonly towns: readonly Town[];
  readonly plants: readonly PlantSite[];
  readonly factories: readonly Site[];
  /** Countries and provinces, as the study groups them. */
  readonly provinces: readonly Area[];
  readonly land: readonly Ring[];
  readonly neighbours: readonly Ring[];
  /** Whether what has no outline is sea. */
  readonly hasSea?: boolean;
  readonly rivers: readonly River[];
}

/** Place whose water is computed; its number is its index in the list. */
export interface Place {
  readonly id: string;
  readonly kind: string;
  readonly name: Names;
  readonly river?: Names;
  readonly province?: string;
  readonly length_km?: number;
  readonly from?: string;
  readonly to?: string;
  readonly reverses?: boolean;
  readonly line?: Ring;
  readonly at?: readonly [number, number];
  readonly rings?: readonly Ring[];
}

export interface Site {
  readonly id: string;
  readonly names: Names;
  readonly lon: number;
  readonly lat: number;
}

export interface PlantSite extends Site {
  readonly unit: string;
  readonly place: number;
}

export interface Town extends Site {
  readonly kind: string;
  readonly people: number;
  readonly places: readonly number[];
  readonly sewersheds?: readonly {
    readonly id: string;
    readonly names: Names;
    readonly people: number;
    readonly place: number;
  }[];
}

export interface Area {
  readonly id: string;
  readonly names: Names;
  readonly kind: string;
  readonly parent: string;
  readonly rings: readonly Ring[];
}

export interface River {
  readonly id: string;
  readonly names: Names;
  /** Numbers of its places, from source to end. */
  readonly places: readonly number[];
}

/**
 * Water of a study or scenario, flat arrays indexed place × seasons + season. Of all constituents
 * together it has classes and chances, but no values.
 */
export interface Water {
  readonly central?: readonly (number | null)[];
  readonly mean?: readonly (number | null)[];
  readonly p5?: readonly (number | null)[];
  readonly p50?: readonly (number | null)[];
  readonly p95?: readonly (number | null)[];
  readonly classRank: readonly (number | null)[];
  readonly classSure: readonly (number | null)[];
  readonly chanceOver: readonly (number | null)[];
  /** Outcome of the verdict, by its number. */
  readonly outcome: readonly (number | null)[];
  readonly breaks: readonly Break[];
}

/** Limit of a class. */
export interface Break {
  readonly rank: number;
  readonly class: string;
  readonly limit: number;
  readonly statistic: string;
  readonly isMinimum: boolean;
}

/** Place, river, town or other thing that a search found. */
export interface Found {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly names: Names;
  readonly place: number | null;
}
