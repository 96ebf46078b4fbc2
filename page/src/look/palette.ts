/**
 * Colours of the page. One palette for everybody: classes run cold to warm and the warm ones by
 * darkness, so that they stay apart for every kind of sight and in grey print.
 */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly land: string;
  readonly neighbours: string;
  readonly sea: string;
  readonly casing: string;
  readonly ink: string;
  readonly second: string;
  readonly rule: string;
  readonly act: string;
  readonly onAct: string;
  readonly ground: string;
  readonly breach: string;
  readonly unknown: string;
  /** Colours of class I to V; water worse than the last has the last with a dashed core. */
  readonly classes: readonly string[];
  readonly cut: readonly string[];
  readonly contribution: readonly string[];
  /** Worse to better; the middle is no change. */
  readonly change: readonly string[];
  readonly causes: Readonly<Record<Cause, string>>;
}

export type Cause =
  | 'sewered'
  | 'on_site'
  | 'industry'
  | 'parks'
  | 'livestock'
  | 'land'
  | 'upstream';

export const light: Palette = {
  paper: '#FBFAF7',
  card: '#FFFFFF',
  land: '#F6F4EE',
  neighbours: '#EAE7DF',
  sea: '#DCE6E9',
  casing: '#24343C',
  ink: '#17262E',
  second: '#4F5D64',
  rule: '#DAD7CD',
  act: '#0B5F73',
  onAct: '#FFFFFF',
  ground: '#E3F0F2',
  breach: '#9C1C1C',
  unknown: '#8E9AA0',
  classes: ['#0F489F', '#1E9AC4', '#E8A80F', '#B8430F', '#52091F'],
  cut: ['#F1E6F2', '#D5B3DA', '#B07FC0', '#824E9C', '#4A2170'],
  contribution: ['#E3EBD3', '#B7CF97', '#7FAA60', '#4A7D3A', '#1F4A22'],
  change: ['#74400A', '#C9975B', '#D9D4C8', '#4FA79E', '#00564D'],
  causes: {
    sewered: '#3B2E83',
    on_site: '#B5446E',
    industry: '#3F2E10',
    parks: '#C9A66B',
    livestock: '#4F7A1C',
    land: '#A5DCC0',
    upstream: '#9AA0B8',
  },
};

export const dark: Palette = {
  paper: '#0F171C',
  card: '#172229',
  land: '#141E24',
  neighbours: '#0F171C',
  sea: '#0A1115',
  casing: '#05090B',
  ink: '#E8EEF0',
  second: '#A9B6BC',
  rule: '#2A3840',
  act: '#7FD0E0',
  onAct: '#0A1115',
  ground: '#143A43',
  breach: '#FF9C8F',
  unknown: '#8E9AA0',
  classes: ['#4C80F0', '#6FE8EE', '#FFF27A', '#E8894A', '#B8407C'],
  cut: ['#33203F', '#5A3770', '#8653A3', '#B98AD0', '#E9D2F3'],
  contribution: ['#1C2C1A', '#335A2C', '#588A48', '#93BE7E', '#D6EBC5'],
  change: ['#D9A05A', '#8A6232', '#3A444A', '#2F7F77', '#6FD0C4'],
  causes: {
    sewered: '#8F62F5',
    on_site: '#B8416A',
    industry: '#8E8326',
    parks: '#F5EFA0',
    livestock: '#45BE8C',
    land: '#DFF6F2',
    upstream: '#7E8A99',
  },
};

/** Which of the five colours each class takes, by how many classes the standard has. */
const CHOICE: Readonly<Record<number, readonly number[]>> = {
  1: [0, 4],
  2: [0, 4],
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 3, 4],
};

/**
 * Colour of a class.
 *
 * @param rank rank of the class from 1; `count + 1` is water worse than the last class
 * @param count number of classes of the standard
 */
export function classColour(palette: Palette, rank: number, count: number): string {
  return palette.classes[classIndex(rank, count)]!;
}

function classIndex(rank: number, count: number): number {
  const choice = CHOICE[Math.min(count, 5)] ?? CHOICE[5]!;
  return choice[Math.min(rank, choice.length) - 1] ?? 4;
}

/** All colours that a river may have, in a fixed order: unknown, classes, contribution, change. */
export function coloursOf(palette: Palette): readonly string[] {
  let list = LISTS.get(palette);
  if (!list) {
    list = [palette.unknown, ...palette.classes, ...palette.contribution, ...palette.change];
    LISTS.set(palette, list);
  }
  return list;
}

const LISTS = new WeakMap<Palette, readonly string[]>();

/** Numbers of the colours in that order. */
export const UNKNOWN_COLOUR = 0;
export const FIRST_CLASS = 1;
export const FIRST_SHARE = 6;
export const FIRST_CHANGE = 11;

/** Number of a class's colour; ranks as `classColour` takes them. */
export function classNumber(rank: number, count: number): number {
  return FIRST_CLASS + classIndex(rank, count);
}
