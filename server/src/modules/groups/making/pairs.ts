/**
 * Pairs of people, gathered in classes that always meet as often as each other. Without symmetry each pair is a class
 * of its own; class 0 is for pairs with a chair, which count for nothing.
 */
export interface Pairs {
  /** The class of a pair, at a * seats + b. */
  readonly of: Int32Array;
  readonly seats: number;
  readonly classes: number;
  /** Pairs in a class. */
  readonly size: Int32Array;
  /** Meetings that each pair of a class gets when one of them sits together in a round that is played. */
  readonly step: Int32Array;
}

type NameOf = (a: number, b: number) => number;

/** Numbers the classes in the order in which they are found. */
const classesOf = (people: number, seats: number, nameOf: NameOf): { of: Int32Array; size: Int32Array } => {
  const [of, size] = [new Int32Array(seats * seats), [0]];
  const numbers = new Map<number, number>();
  for (let a = 0; a < people; a++)
    for (let b = a + 1; b < people; b++) {
      const name = nameOf(a, b);
      const number = numbers.get(name) ?? size.push(0) - 1;
      numbers.set(name, number);
      size[number] = (size[number] as number) + 1;
      of[a * seats + b] = of[b * seats + a] = number;
    }
  return { of, size: Int32Array.from(size) };
};

export const eachPair = (people: number, seats: number): Pairs => {
  const { of, size } = classesOf(people, seats, (a, b) => a * people + b);
  return { of, seats, classes: size.length, size, step: size.map(() => 1) };
};

/** `person` after `turns` turns of a wheel of `order` places, on which as many wheels as there is room for turn. */
export const turned = (person: number, turns: number, order: number, people: number): number => {
  if (person >= people - (people % order)) return person;
  const place = person % order;
  return person - place + ((place + turns) % order);
};

/**
 * People who sit on wheels of `order` places (who does not fit on a whole wheel stands still): pairs that turn into each
 * other are a class, for a plan where each round is played once for each turn.
 */
export const turningPairs = (people: number, seats: number, order: number): Pairs => {
  const nameOf = (a: number, b: number): number => {
    const names = Array.from({ length: order }, (_, turns) => {
      const [x, y] = [turned(a, turns, order, people), turned(b, turns, order, people)];
      return Math.min(x, y) * people + Math.max(x, y);
    });
    return Math.min(...names);
  };
  const { of, size } = classesOf(people, seats, nameOf);
  return {
    of,
    seats,
    classes: size.length,
    size,
    step: size.map((pairs) => (pairs === 0 ? 0 : order / pairs)),
  };
};
