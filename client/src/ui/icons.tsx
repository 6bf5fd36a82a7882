import type { CardKind } from "./kinds.js";

/** Our own line drawings on a 24-unit square; each is a list of paths. Always beside words, so hidden from readers. */
const DRAWINGS = {
  example: ["M5 4h9l5 5v11H5z", "M14 4v5h5", "M8.5 13h7M8.5 16.5h5"],
  challenge: [
    "M4 11.5a8 7.5 0 1 1 4 6.5l-4 1.5 1.2-3.6A7 7 0 0 1 4 11.5",
    "M9.8 9.6a2.3 2.1 0 1 1 3.3 1.9c-.8.4-1.1.8-1.1 1.5M12 15.3v.1",
  ],
  answer: ["M10 6 4 11.5 10 17", "M4.5 11.5H14a6 6 0 0 1 6 6v1"],
  idea: ["M9 17.5c0-2-3-3.5-3-7a6 6 0 0 1 12 0c0 3.5-3 5-3 7z", "M9.5 20.5h5"],
  reflection: [
    "M3 12c2.5-4 5.5-6 9-6s6.5 2 9 6c-2.5 4-5.5 6-9 6s-6.5-2-9-6z",
    "M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  ],
  theory: ["M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5z", "M12 6.5v13"],
  takeaway: ["M4 11.5 12 4.5l8 7", "M6 10.5V19h12v-8.5", "M10 19v-5h4v5"],
  saved: ["M5 12.5 10 17.5 19.5 7"],
  sending: ["M12 19V6", "M6.5 11 12 5.5l5.5 5.5"],
  waiting: ["M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z", "M12 8v4.5l3 2"],
  notReady: ["M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"],
  ready: ["M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z", "M8.2 12.3l2.7 2.7 5-5.4"],
  refused: ["M12 4 21 19.5H3z", "M12 10v4.5M12 17v.1"],
  silent: [
    "M4 4l16 16",
    "M10 6.3A9 9 0 0 1 12 6c3.5 0 6.5 2 9 6-.8 1.3-1.7 2.4-2.7 3.3M15 17.4c-1 .4-2 .6-3 .6-3.5 0-6.5-2-9-6 1-1.6 2.1-2.9 3.3-3.9",
  ],
  frozen: ["M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9", "M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5"],
  people: [
    "M9 5a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 9 5z",
    "M3 19c.5-3.5 2.8-5.5 6-5.5s5.5 2 6 5.5",
    "M15.5 5.5a3 3 0 0 1 0 5.8M17.5 13.8c2 .7 3.2 2.5 3.5 5.2",
  ],
  pen: ["M5 19l1-4L16.5 4.5l3 3L9 18z", "M14.5 6.5l3 3"],
  hand: [
    "M8 12V6.2a1.4 1.4 0 0 1 2.8 0V11M10.8 10.5V4.6a1.4 1.4 0 0 1 2.8 0v5.9M13.6 10.5V5.8a1.4 1.4 0 0 1 2.8 0V14c0 3.8-2 6-5.2 6-2.6 0-4-1.1-5.3-3.6L4.4 13c-.7-1.5 1.2-2.5 2.1-1.2L8 14",
  ],
  plus: ["M12 5v14M5 12h14"],
  minus: ["M5 12h14"],
  onward: ["M5 12h14", "M13 6l6 6-6 6"],
  back: ["M19 12H5", "M11 6l-6 6 6 6"],
  up: ["M6 14.5 12 8.5l6 6"],
  down: ["M6 9.5l6 6 6-6"],
  more: [
    "M5.5 11.2a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6zM12 11.2a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6zM18.5 11.2a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6z",
  ],
  close: ["M6 6l12 12M18 6 6 18"],
  link: [
    "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2",
    "M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2",
  ],
  save: ["M12 4v11M7 10.5l5 5 5-5", "M5 19.5h14"],
  print: ["M7 9V4h10v5", "M7 17H4.5V9.5h15V17H17", "M7 14h10v6H7z"],
  search: ["M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12z", "M15 15l5 5"],
  clock: ["M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z", "M12 8v4.5l3 2"],
  good: ["M5 12.5 10 17.5 19.5 7"],
  critical: ["M4 12h5l2-6 3 12 2-6h4"],
  vote: [
    "M7 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM17 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM7 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM17 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  ],
  globe: [
    "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
    "M4 12h16M12 4c2.5 2.5 3.5 5 3.5 8s-1 5.5-3.5 8c-2.5-2.5-3.5-5-3.5-8s1-5.5 3.5-8z",
  ],
} as const;

export type IconName = keyof typeof DRAWINGS;

const KIND_ICONS: Record<CardKind, IconName> = {
  PRACTICE_EXAMPLE: "example",
  CHALLENGE: "challenge",
  ANSWER: "answer",
  IDEA: "idea",
  REFLECTION: "reflection",
  THEORY_INPUT: "theory",
  TAKEAWAY: "takeaway",
};

/** The drawing that goes with a kind of card. */
export function iconOf(kind: CardKind): IconName {
  return KIND_ICONS[kind];
}

/** A drawing as high as the line it stands in. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
