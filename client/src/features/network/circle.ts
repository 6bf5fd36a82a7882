export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `count` places at equal distance around a circle about (centre, centre), the first at the top, clockwise. */
export function placesOn(count: number, centre: number, radius: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    return { x: rounded(centre + radius * Math.cos(angle)), y: rounded(centre + radius * Math.sin(angle)) };
  });
}

/** A line between two places, told by their indexes. */
export interface Bow {
  readonly from: number;
  readonly to: number;
  readonly times: number;
  readonly path: string;
}

/** How far a line is drawn towards the middle of all places: 0 is straight. */
const bend = 0.55;

/** One for each pair; those who never met come last, and so lie on top. */
export function bowsOf(places: readonly Point[], timesOf: (a: number, b: number) => number): Bow[] {
  const middle = mean(places);
  const bows = places.flatMap((start, from) =>
    places.slice(from + 1).map((end, step): Bow => {
      const to = from + 1 + step;
      const between = mean([start, end]);
      const by = { x: pulled(between.x, middle.x), y: pulled(between.y, middle.y) };
      const path = `M${start.x} ${start.y}Q${by.x} ${by.y} ${end.x} ${end.y}`;
      return { from, to, times: timesOf(from, to), path };
    }),
  );
  return bows.toSorted((one, other) => other.times - one.times);
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function pulled(from: number, towards: number): number {
  return rounded(from + (towards - from) * bend);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
