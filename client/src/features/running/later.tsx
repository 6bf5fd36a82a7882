import { type ComponentType, lazy, Suspense } from "react";
import { persistently } from "../../app/persistently.js";
import { loadTexts } from "../../i18n/i18n.js";

type Parts = (typeof import("./parts.js"))["default"];

let coming: Promise<Parts> | null = null;

/** Fetched beside the picture and not before it: one can read and write without them. */
function fetchParts(): Promise<Parts> {
  coming ??= persistently(async () => {
    const [{ default: parts }] = await Promise.all([import("./parts.js"), loadTexts("running")]);
    return parts;
  });
  return coming;
}

function later<Props extends object>(pick: (parts: Parts) => ComponentType<Props>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: pick(await fetchParts()) })) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}

export const LeaderBar = later(({ LeaderBar: Bar }) => Bar);
export const MoveOffer = later(({ MoveOffer: Offer }) => Offer);
export const SignBar = later(({ SignBar: Bar }) => Bar);
export const TurnBar = later(({ TurnBar: Bar }) => Bar);
