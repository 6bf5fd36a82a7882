interface Told {
  readonly participantId: string;
  readonly connected: boolean;
  readonly writing: boolean;
}

/** `weak`: gone a moment ago, or come back a moment ago. `lost`: gone for longer. */
export type Net = "good" | "weak" | "lost";

export interface Here {
  readonly net: Net;
  readonly writing: boolean;
  /** When it was last there, and when it was last away, in ms; null for never, as far as was looked. */
  readonly seenAt: number | null;
  readonly missedAt: number | null;
}

/** A line that was up and down within so long is called weak. */
const lately = 45_000;

function netOf(connected: boolean, seenAt: number | null, missedAt: number | null, now: number): Net {
  if (connected) return seenAt !== null && missedAt !== null && now - missedAt < lately ? "weak" : "good";
  return seenAt !== null && now - seenAt < lately ? "weak" : "lost";
}

/** How everybody's line is, from what is told now and what was seen before. */
export function netsAfter(
  before: ReadonlyMap<string, Here>,
  told: readonly Told[],
  now: number,
): ReadonlyMap<string, Here> {
  return new Map(
    told.map(({ participantId, connected, writing }) => {
      const known = before.get(participantId);
      const seenBefore = known?.seenAt ?? null;
      const missedAt = connected ? (known?.missedAt ?? null) : now;
      const net = netOf(connected, seenBefore, missedAt, now);
      return [participantId, { net, writing, seenAt: connected ? now : seenBefore, missedAt }];
    }),
  );
}
