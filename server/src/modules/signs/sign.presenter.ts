import type { Presenter, Viewer } from "../../live/presenter.js";
import {
  type GroupReadyFact,
  loadGroupReady,
  loadSignCounts,
  loadSigns,
  loadTurns,
  type SignCountFact,
  type SignFact,
  type TurnFact,
} from "./sign.facts.js";
import {
  GroupReadyPut,
  GroupReadyType,
  SignCountPut,
  SignCountType,
  SignPut,
  SignType,
  TurnPut,
  TurnType,
} from "./sign.type.js";

export const presentSign = ({
  participantId,
  moment,
  ready,
  handUpAt,
}: Omit<SignFact, "personId">): SignType =>
  Object.assign(new SignType(), { participantId, moment, ready, handUpAt });

export const presentCount = (count: SignCountFact): SignCountType =>
  Object.assign(new SignCountType(), count);

export const presentReady = (group: GroupReadyFact): GroupReadyType =>
  Object.assign(new GroupReadyType(), group);

export const presentTurn = (turn: TurnFact): TurnType => Object.assign(new TurnType(), turn);

const sees = (fact: SignFact, { personId, mayLead }: Viewer): boolean =>
  mayLead || fact.personId === personId;

/** Whose sign it is is for themselves, on all their devices, and for those who lead; the others hear how many there are. */
export const signPresenter: Presenter<SignFact, SignPut> = {
  kind: "sign",
  load: loadSigns,
  ownersOf: ({ personId }) => [personId],
  present: (_id, fact, viewer) => (fact && sees(fact, viewer) ? [new SignPut(presentSign(fact))] : []),
};

/** The same few bytes for everybody. */
export const signCountPresenter: Presenter<SignCountFact, SignCountPut> = {
  kind: "signCount",
  load: loadSignCounts,
  present: (_id, count) => (count ? [new SignCountPut(presentCount(count))] : []),
};

/** Those who sit together see how far they have come together. In a group that is gone nobody is ready. */
export const groupReadyPresenter: Presenter<GroupReadyFact, GroupReadyPut> = {
  kind: "groupReady",
  part: "GROUPS",
  load: loadGroupReady,
  present: (groupId, group) => [new GroupReadyPut(presentReady(group ?? { groupId, moment: 0, ready: 0 }))],
};

/** Who speaks is no secret: everybody hears it. */
export const turnPresenter: Presenter<TurnFact, TurnPut> = {
  kind: "turn",
  part: "GROUPS",
  load: loadTurns,
  present: (_id, turn) => (turn ? [new TurnPut(presentTurn(turn))] : []),
};
