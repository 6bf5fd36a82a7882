import { limits, within } from "@ordskifte/schema";
import type { Actor } from "../../../identity/actor.js";
import { newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { InputRejected } from "../../../kernel/refusals.js";
import { optionalText, requiredText } from "../../../kernel/texts.js";
import { GatheringState, InputProblem, Language } from "../../../kernel/words.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { mayCreateGathering, standingInNetwork } from "../../networks/index.js";
import { defaultProgramme } from "../default-programme.js";
import { Gathering } from "../gathering.entity.js";
import { freeJoinCode } from "../join-code.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { untouched } from "../stage-setting.js";
import { programmeFrom } from "../templates/programme-from.js";
import type { TemplateKey } from "../templates/template.js";
import type { ItemFields } from "./item-fields.js";

export interface CreateGathering {
  readonly clientMutationId: string;
  readonly networkId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly place?: string | null;
  /** The programme to begin from; the default one when null. */
  readonly template?: TemplateKey | null;
  /** How long everybody is together; the template's own length when null. Only with a template. */
  readonly minutes?: number | null;
  readonly language?: Language | null;
}

export interface GatheringCreated {
  readonly gatheringId: string;
}

type Named = Pick<Gathering, "networkId" | "title" | "place" | "startsAt" | "joinCode">;

const newGathering = (tx: Tx, named: Named): Gathering => ({
  id: newId(),
  ...named,
  ...untouched,
  state: GatheringState.DRAFT,
  createdAt: tx.now,
});

const programmeFor = ({
  template,
  minutes = null,
  language,
  startsAt,
}: CreateGathering): readonly ItemFields[] | InputRejected => {
  if (minutes !== null && !template) return new InputRejected("minutes", InputProblem.NOT_ALLOWED);
  if (minutes !== null && !within(limits.programmeMinutes, minutes)) {
    return new InputRejected("minutes", InputProblem.OUT_OF_RANGE);
  }
  if (!template) return defaultProgramme;
  return programmeFrom({ key: template, language: language ?? Language.NB, minutes, begins: startsAt });
};

const insertAll = (tx: Tx, gathering: Gathering, programme: readonly ItemFields[]): void => {
  tx.openStream(gathering.id, gathering.id);
  tx.insert(Gathering, gathering);
  programme.forEach((fields, i) => {
    tx.insert(ProgrammeItem, {
      id: newId(),
      gatheringId: gathering.id,
      position: i + 1,
      openedAt: null,
      ...fields,
    });
  });
  tx.touch(gathering.networkId, ["gathering", gathering.id]);
};

const create = async (
  tx: Tx,
  actor: Actor,
  input: CreateGathering,
): Promise<Outcome<GatheringCreated, InputRejected>> => {
  const { networkId, startsAt } = input;
  demand(mayCreateGathering, await standingInNetwork(tx, actor, networkId), undefined);
  const title = requiredText("title", input.title, limits.gatheringTitle);
  if (title instanceof InputRejected) return refused(title);
  const place = optionalText("place", input.place, limits.place);
  if (place instanceof InputRejected) return refused(place);
  const programme = programmeFor(input);
  if (programme instanceof InputRejected) return refused(programme);
  const gathering = newGathering(tx, { networkId, title, place, startsAt, joinCode: await freeJoinCode(tx) });
  insertAll(tx, gathering, programme);
  return done({ gatheringId: gathering.id });
};

/** Plans a new gathering: a draft with a programme to begin from. */
export const createGathering = (
  commit: Commit,
  actor: Actor,
  input: CreateGathering,
): Promise<Committed<GatheringCreated, InputRejected>> =>
  commit({
    streams: [input.networkId],
    command: "gathering.create",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => create(tx, actor, input),
  });
