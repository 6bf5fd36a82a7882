import { type RefObject, useEffect, useState } from "react";
import type { TrailWay } from "./trail-picture.js";
import styles from "./trail-drawing.module.css";

interface TrailWaysProps {
  paper: RefObject<HTMLDivElement | null>;
  ways: readonly TrailWay[];
  cardId: string;
}

interface Line extends TrailWay {
  readonly path: string;
}

/** Curves between the cards, drawn where the browser has laid them. The words say the same, so readers skip it. */
export function TrailWays({ paper, ways, cardId }: TrailWaysProps) {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const sheet = paper.current;
    if (!sheet) return undefined;
    const watcher = new ResizeObserver(() => setLines(linesOn(sheet, ways)));
    watcher.observe(sheet);
    return () => watcher.disconnect();
  }, [paper, ways]);
  return (
    <svg className={styles.ways} aria-hidden="true">
      {lines.map(({ from, to, path }) => (
        <path key={`${from} ${to}`} d={path} data-near={from === cardId || to === cardId || undefined} />
      ))}
    </svg>
  );
}

function linesOn(sheet: HTMLElement, ways: readonly TrailWay[]): Line[] {
  const origin = sheet.getBoundingClientRect();
  const boxOf = (id: string) =>
    sheet.querySelector(`[data-step="${CSS.escape(id)}"]`)?.getBoundingClientRect() ?? null;
  return ways.flatMap((way) => {
    const [from, to] = [boxOf(way.from), boxOf(way.to)];
    return from && to ? [{ ...way, path: pathBetween(from, to, origin) }] : [];
  });
}

/** Where a way meets a card: beside its kind, so that the lines follow the eye along the knots. */
const KNOT = 26;

function pathBetween(from: DOMRect, to: DOMRect, origin: DOMRect): string {
  const isBeside = to.left > from.right;
  const start = { x: (isBeside ? from.right : from.left + KNOT) - origin.left, y: 0 };
  const end = { x: (isBeside ? to.left : to.left + KNOT) - origin.left, y: 0 };
  start.y = (isBeside ? from.top + KNOT : from.bottom) - origin.top;
  end.y = (isBeside ? to.top + KNOT : to.top) - origin.top;
  const middle = (start.x + end.x) / 2;
  const half = (start.y + end.y) / 2;
  const bends = isBeside ? `${middle} ${start.y} ${middle} ${end.y}` : `${start.x} ${half} ${end.x} ${half}`;
  return `M${start.x} ${start.y}C${bends} ${end.x} ${end.y}`;
}
