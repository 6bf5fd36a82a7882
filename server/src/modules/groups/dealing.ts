/** Somebody to be seated: a device with the people at it. */
export interface Guest {
  readonly id: string;
  readonly unitId: string;
  readonly people: number;
}

interface Deal {
  readonly members: string[];
  readonly ofUnit: Map<string, number>;
  people: number;
}

const peopleIn = (guests: readonly Guest[]): number => guests.reduce((sum, { people }) => sum + people, 0);

const byUnit = (guests: readonly Guest[]): Guest[][] => {
  const units = new Map<string, Guest[]>();
  for (const guest of guests) units.set(guest.unitId, [...(units.get(guest.unitId) ?? []), guest]);
  return [...units.values()].toSorted((a, b) => peopleIn(b) - peopleIn(a));
};

const place = (deals: readonly Deal[], guest: Guest): void => {
  const own = (deal: Deal): number => deal.ofUnit.get(guest.unitId) ?? 0;
  const best = deals.reduce((a, b) =>
    own(b) < own(a) || (own(b) === own(a) && b.people < a.people) ? b : a,
  );
  best.members.push(guest.id);
  best.people += guest.people;
  best.ofUnit.set(guest.unitId, own(best) + guest.people);
};

/**
 * Deals guests into groups of about `size` people across units: a unit is spread as evenly as can be, and groups of
 * single devices differ by one at the most. The same guests are always dealt the same way. Ids of guests, by group.
 */
export const deal = (guests: readonly Guest[], size: number): string[][] => {
  const count = Math.min(guests.length, Math.max(1, Math.ceil(peopleIn(guests) / size)));
  const deals: Deal[] = Array.from({ length: count }, () => ({ members: [], ofUnit: new Map(), people: 0 }));
  for (const unit of byUnit(guests)) {
    for (const guest of unit.toSorted((a, b) => b.people - a.people)) place(deals, guest);
  }
  return deals.map(({ members }) => members);
};
