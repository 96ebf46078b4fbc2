import type { RiverMap } from '../api/types.js';
import { nameIn, t } from '../words/words.js';
import { arrow, middle } from './geometry.js';
import type { Tag } from './river-canvas.js';

/** A word for each river that runs backwards in this season, at the middle of its longest reach. */
export function backwardTags(map: RiverMap, season: number, seasons: number): Tag[] {
  const longest = new Map<string, number>();
  map.places.forEach((place, i) => {
    if (map.runsBack[i * seasons + season] !== 1 || !place.line) return;
    const river = nameIn(place.river, 'en') || place.id;
    const known = longest.get(river);
    const length = place.length_km ?? 0;
    if (known === undefined || length > (map.places[known]?.length_km ?? 0)) longest.set(river, i);
  });
  const lakeNodes = new Set(map.places.filter((p) => p.kind === 'lake').map((p) => p.id));
  return [...longest.values()].map((i) => {
    const place = map.places[i]!;
    const { at, bearing } = middle(place.line!);
    const river = nameIn(place.river, 'en');
    const isToLake = map.places.some(
      (p) => nameIn(p.river, 'en') === river && lakeNodes.has(p.from ?? ''),
    );
    return { at, words: `${t(isToLake ? 'map.toLake' : 'map.backwards')} ${arrow(bearing + 180)}` };
  });
}
