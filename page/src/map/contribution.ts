/** Share that a source has in the water of a chosen place, and the place where it enters. */
export interface SourceShare {
  readonly share: number;
  readonly at?: number;
}

/**
 * Shares by the place where the sources enter; null where none does. They are of one season, and
 * stand under each, so that they are read as every other figure of the map.
 */
export function sharesByPlace(
  sources: readonly SourceShare[],
  places: number,
  seasons: number,
): (number | null)[] {
  const all = new Array<number | null>(places * seasons).fill(null);
  for (const { at, share } of sources) {
    if (at === undefined || at < 0 || at >= places) continue;
    for (let s = 0; s < seasons; s++) all[at * seasons + s] = (all[at * seasons + s] ?? 0) + share;
  }
  return all;
}
