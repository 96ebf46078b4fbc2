import { classColour, type Palette } from '../look/palette.js';
import type { Standing } from '../state/standing.js';
import type { Shown } from '../state/address.js';

/** Below this share of draws that agree on the class, the line has gaps: the class is not certain. */
export const SURE = 0.8;
/** Below this, no class is shown at all. */
export const CANNOT_SAY = 0.5;
/** Outcome of a verdict: nature alone breaks the limit, no source can mend it. */
export const BEYOND_SOURCES = 2;
/** A breaching line is never thinner, so that the worst small river is not the least visible. */
const BREACH_WIDTH_PX = 3.4;

/** How one place is drawn: five facts, each in a channel of its own. */
export interface Paint {
  readonly colour: string;
  readonly width: number;
  readonly breach: 0 | 1;
  readonly unsure: 0 | 1;
  readonly worse: 0 | 1;
  readonly dry: 0 | 1;
}

/** What the colours stand for, and what they need beside the water. */
export interface Scale {
  readonly shown: Shown;
  readonly palette: Palette;
  /** Share of the draws that must break a limit before it counts as broken. */
  readonly confidence: number;
  /** Ranks of the classes of the standard, best first; any other rank is worse than the last. */
  readonly ranks: readonly number[];
  /** Upper limits of the classes, best first: breaks of concentrations. */
  readonly limits: readonly number[];
  /** Water compared with, for the change. */
  readonly compared?: Standing | undefined;
  /** Share of a chosen source or at a chosen place, index place × seasons + season. */
  readonly contribution?: ArrayLike<number | null> | undefined;
}

/** Breaks of chances, shares and changes: never stretched to the data. */
export const CHANCES = [0.05, 0.2, 0.5, 0.8];
export const SHARES = [0.02, 0.1, 0.25, 0.5];
export const CHANGES = [0.25, 0.03, -0.03, -0.25];

/** Width of a river on the map of a whole country. */
export function widthOf(discharge_m3_per_s: number | null | undefined): number {
  return 0.9 + 0.05 * Math.sqrt(Math.abs(discharge_m3_per_s ?? 0));
}

/** Whether a limit is broken with the study's confidence, by what people do. */
export function breaks(standing: Standing, at: number, confidence: number): boolean {
  return (
    (standing.chanceOver[at] ?? 0) >= confidence && standing.outcome[at] !== BEYOND_SOURCES
  );
}

/** How a place is drawn in a season. */
export function paint(
  standing: Standing,
  at: number,
  discharge_m3_per_s: number | null | undefined,
  scale: Scale,
): Paint {
  const rank = standing.classRank[at] ?? 0;
  const sure = standing.classSure[at] ?? 1;
  const isDry = discharge_m3_per_s === 0;
  const isKnown = !isDry && (isFigure(standing.value[at]) || rank > 0);
  const isBreach = isKnown && breaks(standing, at, scale.confidence);
  const isClass = scale.shown === 'class';
  const isSayable = isKnown && !(isClass && rank > 0 && sure < CANNOT_SAY);
  const width = widthOf(discharge_m3_per_s);
  return {
    colour: isSayable ? colourOf(standing, at, scale) : scale.palette.unknown,
    width: isBreach ? Math.max(width, BREACH_WIDTH_PX) : width,
    breach: isBreach ? 1 : 0,
    unsure: isSayable && isClass && sure < SURE ? 1 : 0,
    worse: isSayable && isClass && classStep(rank, scale.ranks) > scale.ranks.length ? 1 : 0,
    dry: isDry ? 1 : 0,
  };
}

function colourOf(standing: Standing, at: number, scale: Scale): string {
  const { palette } = scale;
  switch (scale.shown) {
    case 'class': {
      const rank = standing.classRank[at];
      return rank
        ? classColour(palette, classStep(rank, scale.ranks), scale.ranks.length)
        : palette.unknown;
    }
    case 'value':
      return classColour(
        palette,
        1 + step(standing.value[at] ?? 0, scale.limits),
        Math.max(1, scale.limits.length),
      );
    case 'chance':
      return palette.classes[step(standing.chanceOver[at] ?? 0, CHANCES)]!;
    case 'contribution': {
      const share = scale.contribution?.[at];
      return isFigure(share) ? palette.contribution[step(share, SHARES)]! : palette.unknown;
    }
    case 'change':
      return changeColour(standing.value[at], scale.compared?.value[at], palette);
  }
}

/** Place of a rank among the classes, from 1; one more than their number is worse than the last. */
export function classStep(rank: number, ranks: readonly number[]): number {
  const index = ranks.indexOf(rank);
  return index < 0 ? ranks.length + 1 : index + 1;
}

/** Colour of a change; less is better. */
function changeColour(
  now: number | null | undefined,
  before: number | null | undefined,
  palette: Palette,
): string {
  if (!isFigure(now) || !isFigure(before)) return palette.unknown;
  const change = before === 0 ? (now === 0 ? 0 : 1) : now / before - 1;
  const index = CHANGES.findIndex((edge) => change > edge);
  return palette.change[index < 0 ? CHANGES.length : index]!;
}

/** Number of breaks that a value passes; on the break it still belongs below. */
export function step(value: number, breaks: readonly number[]): number {
  let passed = 0;
  while (passed < breaks.length && value > breaks[passed]!) passed++;
  return passed;
}

function isFigure(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
