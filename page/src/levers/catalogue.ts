import type { Names } from '../words/words.js';

/** Lever as the server lists it: its fields are those of a change in a scenario file. */
export interface ListedLever {
  readonly lever: string;
  readonly group: string;
  readonly town?: string;
  readonly sewershed?: string;
  readonly path?: string;
  readonly share?: number;
  readonly plant?: string;
  readonly status?: string;
  readonly technology?: string;
  readonly capacity_m3_per_d?: number;
  readonly source?: string;
  readonly season?: string;
  readonly factor?: number;
  readonly year?: number;
  readonly least?: number;
  readonly most?: number;
  readonly technologies?: readonly string[];
  readonly names?: Names;
  readonly place?: number;
  readonly unit?: string;
}

/** Sewershed with the shares of its people by path. */
export interface Sewershed {
  readonly id: string;
  readonly town: string;
  readonly names: Names | undefined;
  readonly place: number | undefined;
  readonly shares: Readonly<Record<string, number>>;
}

export interface Plant {
  readonly id: string;
  readonly names: Names | undefined;
  readonly place: number | undefined;
  readonly unit: string | undefined;
  readonly isOn: boolean;
  readonly size_m3_per_d: number;
  readonly technology: string;
}

export interface Factory {
  readonly id: string;
  readonly names: Names | undefined;
  readonly place: number | undefined;
}

/** What can be moved, sorted by what it is. */
export interface Catalogue {
  readonly sewersheds: readonly Sewershed[];
  readonly plants: readonly Plant[];
  readonly factories: readonly Factory[];
  readonly technologies: readonly string[];
  readonly technologyNames: TechnologyNames;
  readonly seasons: readonly string[];
  readonly year: number;
  readonly lastYear: number;
}

/** Names of technologies by their ids. */
export type TechnologyNames = Readonly<Record<string, Names>>;

/** Sorts the server's list. Herds and land are factories here too only if the server says so. */
export function catalogue(
  list: readonly ListedLever[],
  technologyNames: TechnologyNames = {},
): Catalogue {
  const sheds = new Map<string, Sewershed & { shares: Record<string, number> }>();
  for (const l of list) {
    if (l.lever !== 'set_sanitation' || !l.sewershed || !l.path) continue;
    const shed = sheds.get(l.sewershed) ?? {
      id: l.sewershed,
      town: l.town ?? l.sewershed,
      names: l.names,
      place: l.place,
      shares: {},
    };
    shed.shares[l.path] = l.share ?? 0;
    sheds.set(l.sewershed, shed);
  }
  const year = list.find((l) => l.lever === 'year');
  return {
    sewersheds: [...sheds.values()],
    plants: list.filter((l) => l.lever === 'set_plant' && l.plant).map(plant),
    factories: list
      .filter((l) => l.lever === 'scale_load' && l.source)
      .map((l) => ({ id: l.source!, names: l.names, place: l.place })),
    technologies: list.find((l) => l.lever === 'build')?.technologies ?? [],
    technologyNames,
    seasons: list.filter((l) => l.lever === 'set_discharge' && l.season).map((l) => l.season!),
    year: year?.year ?? 0,
    lastYear: Math.min(year?.most ?? 2100, (year?.year ?? 2050) + 50),
  };
}

function plant(l: ListedLever): Plant {
  return {
    id: l.plant!,
    names: l.names,
    place: l.place,
    unit: l.unit,
    isOn: l.status === 'operating',
    size_m3_per_d: l.capacity_m3_per_d ?? 0,
    technology: l.technology ?? '',
  };
}
