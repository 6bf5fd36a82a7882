// The live layer's door: screens import from here only.
export { useReadable, type Readable } from "./cell.js";
export { CommandFailed, runCommand } from "./command.js";
export type { ConnectionState } from "./connection.js";
export { dropDraft, isText, keptDrafts, useDraft, type Draft } from "./draft.js";
export { failureOf, isGone, type Failure } from "./errors.js";
export type { FeedStatus } from "./feed.js";
export {
  useBoard,
  useCommand,
  useConnection,
  useGathering,
  useOutbox,
  usePendingCards,
  usePeople,
  usePulse,
  useServerNow,
  type BoardView,
  type GatheringView,
  type Person,
  type Pulse,
} from "./hooks.js";
export { makeLive, type Live } from "./live.js";
export { LiveProvider, useLive } from "./live-provider.js";
export { newMutationId } from "./mutation-id.js";
export { isStuck, isUncounted, isUnsent } from "./outbox/item.js";
export type { BallotItem, InputOf, ItemState, OutboxItem, SendableName } from "./outbox/item.js";
export type { Outbox, OutboxView } from "./outbox/outbox.js";
export { applyWritten } from "./written.js";
export { useUntilAnswered } from "./use-until-answered.js";
export { usePublicAddress, useToldAddress } from "./use-public-address.js";
