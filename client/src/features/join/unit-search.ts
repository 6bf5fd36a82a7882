interface Named {
  name: string;
  municipality: string;
}

/** Units whose name or municipality contains every word, in whatever case and without its accents. */
export function unitsLike<U extends Named>(units: readonly U[], words: string): U[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return units.filter((unit) => {
    const text = plain(`${unit.name} ${unit.municipality}`);
    return wanted.every((word) => text.includes(word));
  });
}

const inNorwegian = new Intl.Collator("nb", { numeric: true });

/** Units by municipality, municipalities and units in the order of Norwegian names. */
export function byMunicipality<U extends Named>(units: readonly U[]): { municipality: string; units: U[] }[] {
  const places = new Map<string, U[]>();
  for (const unit of units) places.set(unit.municipality, [...(places.get(unit.municipality) ?? []), unit]);
  return [...places]
    .map(([municipality, inside]) => ({
      municipality,
      units: inside.toSorted((one, other) => inNorwegian.compare(one.name, other.name)),
    }))
    .toSorted((one, other) => inNorwegian.compare(one.municipality, other.municipality));
}

function plain(text: string): string {
  return text.toLocaleLowerCase("nb").replace(/[éèêó]/g, (letter) => (letter === "ó" ? "o" : "e"));
}
