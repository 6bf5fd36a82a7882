import type { Groups, Person } from "./plan.js";

export interface Reseated {
  readonly groups: Groups;
  /** Those who had a seat and got another one. */
  readonly moved: readonly string[];
}

interface Table {
  readonly members: Person[];
  people: number;
}

const weightOf = ({ people = 1 }: Person): number => people;
const ofUnit = ({ members }: Table, { unit }: Person): number =>
  members.filter((member) => member.unit === unit).length;

const sit = (table: Table, person: Person): void => {
  table.members.push(person);
  table.people += weightOf(person);
};

const smallest = (tables: readonly Table[]): Table => tables.reduce((a, b) => (b.people < a.people ? b : a));
const largest = (tables: readonly Table[]): Table => tables.reduce((a, b) => (b.people > a.people ? b : a));

/** To one of the smallest groups, and among these to the one with the fewest of their own. */
const welcome = (tables: readonly Table[], person: Person): void => {
  const { people } = smallest(tables);
  const open = tables.filter((table) => table.people === people);
  sit(
    open.reduce((a, b) => (ofUnit(b, person) < ofUnit(a, person) ? b : a)),
    person,
  );
};

type Busy = ReadonlySet<string>;

/**
 * Who goes from a large group to a small one: somebody who is not in the middle of writing, and whose own are many there
 * and few here. Undefined where nobody should.
 */
const leaver = (from: Table, to: Table, busy: Busy): Person | undefined => {
  const gain = (person: Person): number => ofUnit(from, person) - ofUnit(to, person);
  const isBusy = ({ id }: Person): number => Number(busy.has(id));
  return from.members
    .filter((person) => weightOf(person) < from.people - to.people)
    .toSorted((a, b) => isBusy(a) - isBusy(b) || gain(b) - gain(a) || (a.id < b.id ? -1 : 1))[0];
};

const evenOut = (tables: readonly Table[], busy: Busy): string[] => {
  const moved: string[] = [];
  for (;;) {
    const [from, to] = [largest(tables), smallest(tables)];
    const person = leaver(from, to, busy);
    if (!person) return moved;
    from.members.splice(from.members.indexOf(person), 1);
    from.people -= weightOf(person);
    sit(to, person);
    moved.push(person.id);
  }
};

/**
 * Seats those who are here in groups that there are already: who is gone leaves an empty chair, who is new takes one,
 * and only where sizes then differ by more than one somebody moves. Each move is one that any way to even sizes needs.
 * Those who are busy move only where nobody else can.
 */
export const reseat = (people: readonly Person[], groups: Groups, busy: Busy = new Set()): Reseated => {
  if (groups.length === 0) return { groups, moved: [] };
  const here = new Map(people.map((person) => [person.id, person]));
  const tables = groups.map((ids) => seatedIn(here, ids));
  const newcomers = [...here.values()].toSorted(
    (a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1),
  );
  for (const person of newcomers) welcome(tables, person);
  const arrived = new Set(newcomers.map(({ id }) => id));
  const moved = evenOut(tables, busy).filter((id) => !arrived.has(id));
  return { groups: tables.map(({ members }) => members.map(({ id }) => id)), moved: [...new Set(moved)] };
};

/** Takes those who sit in a group from those who are here. */
const seatedIn = (here: Map<string, Person>, ids: readonly string[]): Table => {
  const members = ids.flatMap((id) => here.get(id) ?? []);
  for (const { id } of members) here.delete(id);
  return { members, people: members.reduce((sum, person) => sum + weightOf(person), 0) };
};
