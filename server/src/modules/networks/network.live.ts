import { Person } from "../../identity/person.entity.js";
import { liveShape } from "../../live/live-table.js";
import { Membership } from "./membership.entity.js";
import { Network } from "./network.entity.js";
import { Unit } from "./unit.entity.js";

/** A network's own rows lie in its stream; no stream shows a person. */
export const networkShapes = [
  liveShape<Network>({ entity: Network, stream: ({ id }) => id, refs: ({ id }) => [["network", id]] }),
  liveShape<Unit>({ entity: Unit, stream: ({ networkId }) => networkId, refs: ({ id }) => [["unit", id]] }),
  liveShape<Membership>({
    entity: Membership,
    stream: ({ networkId }) => networkId,
    refs: ({ id }) => [["membership", id]],
  }),
  liveShape<Person>({ entity: Person, stream: () => null, refs: () => [] }),
] as const;
