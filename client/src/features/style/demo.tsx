import type { TileProps } from "../../ui/tile.js";
import type { Stage } from "../../ui/stage-strip.js";
import type { TrailStep } from "../../ui/trail.js";

export const stages: Stage[] = [
  { id: "1", title: "Velkommen", minutes: 15, arena: "PLENARY" },
  { id: "2", title: "Egen praksis", minutes: 30, arena: "UNIT" },
  { id: "3", title: "Praksiseksempler og teori", minutes: 40, arena: "PLENARY" },
  { id: "4", title: "Utveksling på tvers", minutes: 60, arena: "CROSS" },
  { id: "5", title: "Ideer", minutes: 20, arena: "CROSS" },
  { id: "6", title: "Avstemning", minutes: 10, arena: "PLENARY" },
  { id: "7", title: "Nye planer", minutes: 30, arena: "UNIT" },
];

export const example = {
  title: "Spesialpedagogen inn i klassen",
  body: "På 4. trinn er spesialpedagogen med i alle mattetimer i stedet for å ta elever ut. Fellesskapet ble tryggere, men tjue minutter felles planlegging i uka er for lite.",
  from: "Ingrid, Skjerdal skole",
  theme: "Inkludering",
  challengeUsOn: "Hvordan får vi tid til å planlegge sammen?",
};

export const challenge = {
  body: "Hva må dere slutte med for at planleggingen skal få tid?",
  from: "Jonas, Tindvær ungdomsskole",
};

export const answer = {
  body: "Vi har sett på fellesmøtene. Annenhver uke kunne vi brukt den tida på trinnet, hvis rektor er med.",
  from: "Ingrid, Skjerdal skole",
};

export const tiles: TileProps[] = [
  {
    number: 1,
    counts: [
      { kind: "PRACTICE_EXAMPLE", count: 4 },
      { kind: "CHALLENGE", count: 9 },
      { kind: "ANSWER", count: 5 },
    ],
    present: 6,
    writing: 2,
    unanswered: 4,
  },
  { number: 2, counts: [{ kind: "PRACTICE_EXAMPLE", count: 2 }], present: 5, quiet: true },
  { number: 3, counts: [], present: 0 },
  {
    number: 4,
    counts: [
      { kind: "PRACTICE_EXAMPLE", count: 6 },
      { kind: "IDEA", count: 12 },
    ],
    frozen: true,
    present: 6,
    to: "/stil",
  },
  {
    number: 5,
    name: "Samarbeidsskolenettverket i Ytre Kyst",
    counts: [{ kind: "REFLECTION", count: 3 }],
    present: 5,
    hands: 1,
    ready: 3,
    people: 7,
  },
];

export const trail: TrailStep[] = [
  { key: "a", kind: "PRACTICE_EXAMPLE", relation: null, text: example.title, meta: example.from },
  { key: "b", kind: "CHALLENGE", relation: "CHALLENGES", text: challenge.body, meta: challenge.from },
  { key: "c", kind: "ANSWER", relation: "ANSWERS", text: answer.body, meta: answer.from, here: true },
  {
    key: "d",
    kind: "IDEA",
    relation: "SPRINGS_FROM",
    text: "Minst 45 minutter felles planlegging i uka, lagt i årsplanen",
    meta: "Gruppe 3",
  },
  {
    key: "e",
    kind: "TAKEAWAY",
    relation: "TAKEN_HOME_FROM",
    text: "Vi prøver det fra uke 34",
    meta: "Lysnes skole",
  },
];
