import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Area, Ring, RiverMap, Site } from '../api/types.js';
import { nameIn } from '../words/words.js';
import type { Language } from '../state/address.js';
import { widthOf } from './paint.js';

type Position = [number, number];

/**
 * Reaches as lines; the id of a feature is the index of its place.
 *
 * @param onlyNamed whether to leave out what has no name to write along it
 */
export function reachLines(
  map: RiverMap,
  lang: Language,
  onlyNamed = false,
): FeatureCollection<LineString> {
  const features = map.places.flatMap((place, id): Feature<LineString>[] =>
    place.line && place.line.length > 1 && (!onlyNamed || nameIn(place.river, lang))
      ? [{
          type: 'Feature',
          id,
          properties: { river: nameIn(place.river, lang) },
          geometry: { type: 'LineString', coordinates: positions(place.line) },
        }]
      : [],
  );
  return { type: 'FeatureCollection', features };
}

/** The same lines in the direction in which the water runs in this season, for the chevrons. */
export function flowLines(map: RiverMap, season: number, seasons: number): FeatureCollection<LineString> {
  const features = map.places.flatMap((place, i): Feature<LineString>[] => {
    const discharge = map.discharge_m3_per_s[i * seasons + season];
    if (!place.line || place.line.length < 2 || !discharge) return [];
    const line = positions(place.line);
    if (map.runsBack[i * seasons + season]) line.reverse();
    const width = widthOf(discharge);
    return [{ type: 'Feature', properties: { width }, geometry: { type: 'LineString', coordinates: line } }];
  });
  return { type: 'FeatureCollection', features };
}

export function lakeAreas(map: RiverMap): FeatureCollection<MultiPolygon> {
  const features = map.places.flatMap((place, id): Feature<MultiPolygon>[] =>
    place.rings?.length
      ? [{
          type: 'Feature',
          id,
          properties: {},
          geometry: { type: 'MultiPolygon', coordinates: place.rings.map((r) => [positions(r)]) },
        }]
      : [],
  );
  return { type: 'FeatureCollection', features };
}

export function rings(all: readonly Ring[]): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: all.map((ring) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [positions(ring)] },
    })),
  };
}

export function areas(all: readonly Area[]): FeatureCollection<Polygon> {
  return rings(all.filter((area) => area.parent).flatMap((area) => area.rings));
}

/** Sites as points with their name in this language; `rank` orders their labels, largest first. */
export function points(
  sites: readonly (Site & { readonly people?: number; readonly kind?: string })[],
  lang: Language,
): FeatureCollection<Point> {
  // People outside the towns are listed as rural places: they stand behind every real town.
  const isRural = (site: { readonly kind?: string }) => (site.kind === 'rural' ? 1 : 0);
  const byPeople = [...sites].sort(
    (a, b) => isRural(a) - isRural(b) || (b.people ?? 0) - (a.people ?? 0),
  );
  const largest = byPeople[0];
  return {
    type: 'FeatureCollection',
    features: byPeople.map((site, rank) => ({
      type: 'Feature',
      properties: { id: site.id, name: nameIn(site.names, lang), rank, isLargest: site === largest },
      geometry: { type: 'Point', coordinates: [site.lon, site.lat] },
    })),
  };
}

/** Where the names of neighbours stand within the outlines of mainland South-East Asia. */
const NEIGHBOURS: Readonly<Record<string, Position>> = {
  TH: [101.7, 14.5],
  LA: [105.9, 14.9],
  VN: [107.9, 12.2],
};

/** Names of the countries that the study knows but has no shape of. */
export function countries(all: readonly Area[], lang: Language): FeatureCollection<Point> {
  const features = all.flatMap((area): Feature<Point>[] => {
    const at = NEIGHBOURS[area.id];
    return at && !area.rings.length
      ? [{
          type: 'Feature',
          properties: { name: nameIn(area.names, lang) },
          geometry: { type: 'Point', coordinates: at },
        }]
      : [];
  });
  return { type: 'FeatureCollection', features };
}

/** Point halfway along a line, and the bearing there in degrees from north. */
export function middle(line: Ring): { at: Position; bearing: number } {
  const lengths = line.slice(1).map((p, i) => distance(line[i]!, p));
  let rest = lengths.reduce((a, b) => a + b, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!;
    if (rest <= length || i === lengths.length - 1) {
      const [a, b] = [line[i]!, line[i + 1]!];
      const part = length > 0 ? rest / length : 0;
      const at: Position = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
      return { at, bearing: (Math.atan2(b[0] - a[0], b[1] - a[1]) * 180) / Math.PI };
    }
    rest -= length;
  }
  return { at: [...(line[0] ?? [0, 0])] as Position, bearing: 0 };
}

const ARROWS = ['↑', '↗', '→', '↘', '↓', '↙', '←', '↖'];

/** Arrow that points along a bearing. */
export function arrow(bearing: number): string {
  return ARROWS[((Math.round(bearing / 45) % 8) + 8) % 8]!;
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function positions(line: Ring): Position[] {
  return line.map(([lon, lat]) => [lon, lat]);
}
