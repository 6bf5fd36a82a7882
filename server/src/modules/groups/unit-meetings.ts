/** One gathering's groups across units, each as the units that sat in it, every unit once. */
export interface GatheringTables {
  readonly startsAt: Date;
  readonly tables: readonly (readonly string[])[];
}

/** Two units, and how often they have sat together. */
export interface UnitsMet {
  readonly unitA: string;
  readonly unitB: string;
  readonly gatherings: number;
  readonly groups: number;
  readonly lastAt: Date;
}

interface Counted {
  gatherings: number;
  groups: number;
  lastAt: Date;
  /** The gathering that was counted last. */
  in: GatheringTables;
}

const count = (counts: Map<number, Counted>, pair: number, gathering: GatheringTables): void => {
  const known = counts.get(pair);
  if (!known)
    return void counts.set(pair, { gatherings: 1, groups: 1, lastAt: gathering.startsAt, in: gathering });
  known.groups += 1;
  if (known.in === gathering) return;
  known.in = gathering;
  known.gatherings += 1;
  if (gathering.startsAt > known.lastAt) known.lastAt = gathering.startsAt;
};

/** Each pair of units that has sat together; of a hall of years there are far more tables than pairs. */
export const unitsMet = (gatherings: readonly GatheringTables[]): UnitsMet[] => {
  const units = [...new Set(gatherings.flatMap(({ tables }) => tables.flat()))].toSorted();
  const places = new Map(units.map((unit, place) => [unit, place]));
  const counts = new Map<number, Counted>();
  for (const gathering of gatherings)
    for (const table of gathering.tables) {
      const there = table.map((unit) => places.get(unit) ?? 0).toSorted((a, b) => a - b);
      there.forEach((a, i) => {
        for (const b of there.slice(i + 1)) count(counts, a * units.length + b, gathering);
      });
    }
  return [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([pair, { gatherings: times, groups, lastAt }]) => ({
      unitA: units[Math.floor(pair / units.length)] ?? "",
      unitB: units[pair % units.length] ?? "",
      gatherings: times,
      groups,
      lastAt,
    }));
};
