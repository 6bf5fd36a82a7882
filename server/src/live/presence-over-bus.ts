import type { Bus, Notice } from "../bus/bus.js";
import { newId } from "../kernel/ids.js";
import type { PresencePort, PresenceReport } from "./presence.js";

const TOPIC = "presence";
/** Reports of one board that come within this time leave as the last of them. */
const GATHER_MS = 200;
/** A report says at most so many people at a time: more would not fit into a notice (BUS5). */
const PEOPLE = 200;

type Heard = (report: PresenceReport) => void;

const asText = ({ nodeId, boardId, present, writing }: PresenceReport): string =>
  [nodeId, boardId, present.join(","), writing.map((one) => one.join(":")).join(",")].join(" ");

const listOf = (text: string | undefined): string[] => (text ? text.split(",") : []);

/** What comes over the wire may be anything; what is no report says that nobody is there. */
const asReport = (text: string): PresenceReport => {
  const [nodeId = "", boardId = "", present, writing] = text.split(" ");
  const signs = listOf(writing).map((sign) => sign.split(":"));
  return {
    nodeId,
    boardId,
    present: listOf(present),
    writing: signs.map(([who = "", forMs]) => [who, Number(forMs) || 0] as const),
  };
};

const partsNeeded = ({ present, writing }: Pick<PresenceReport, "present" | "writing">): number =>
  Math.ceil(Math.max(present.length, writing.length) / PEOPLE);

/** A big board's people in several reports, each by a part of the node that goes for a node of its own. */
const partsOf = (
  { nodeId, boardId, present, writing }: PresenceReport,
  atLeast: number,
): PresenceReport[] => {
  const count = Math.max(atLeast, 1, partsNeeded({ present, writing }));
  return Array.from({ length: count }, (_, part) => ({
    nodeId: `${nodeId}/${part}`,
    boardId,
    present: present.slice(part * PEOPLE, (part + 1) * PEOPLE),
    writing: writing.slice(part * PEOPLE, (part + 1) * PEOPLE),
  }));
};

/** PRESENCE3 over the bus that carries hints. */
export class PresenceOverBus implements PresencePort {
  private readonly waiting = new Map<string, PresenceReport>();
  /** How many parts of a board's report others may still believe in. */
  private readonly parts = new Map<string, number>();
  private readonly speaker = newId();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly bus: Pick<Bus, "announce" | "onNotice">) {}

  publish(report: PresenceReport): void {
    this.waiting.set(report.boardId, { ...report, nodeId: this.speaker });
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS).unref();
  }

  subscribe(hears: Heard): () => void {
    return this.bus.onNotice((notice) => this.hear(notice, hears));
  }

  private flush(): void {
    this.timer = null;
    for (const report of this.waiting.values()) this.send(report);
    this.waiting.clear();
  }

  private send(report: PresenceReport): void {
    const { boardId } = report;
    const parts = partsOf(report, this.parts.get(boardId) ?? 0);
    for (const part of parts) this.bus.announce({ topic: TOPIC, text: asText(part) });
    const needed = partsNeeded(report);
    if (needed === 0) this.parts.delete(boardId);
    else this.parts.set(boardId, needed);
  }

  private hear({ topic, text }: Notice, hears: Heard): void {
    if (topic !== TOPIC) return;
    const report = asReport(text);
    if (report.boardId && !report.nodeId.startsWith(this.speaker)) hears(report);
  }
}
