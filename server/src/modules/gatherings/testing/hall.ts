import { newId } from "../../../kernel/ids.js";
import type { Actor } from "../../../identity/actor.js";
import { GatheringState } from "../../../kernel/words.js";
import type { Outcome } from "../../../live/vocabulary.js";
import { World, type TestApp } from "../../../testing/world.js";
import { NetworkRole } from "../../networks/index.js";
import { usualSettings, type ItemFields } from "../commands/item-fields.js";
import { join, type Entrance, type Join } from "../commands/join.js";
import { Gathering } from "../gathering.entity.js";
import { Arena, ItemKind, Naming, Writing, type ProgrammeItem } from "../programme-item.entity.js";

/** A gathering with two more items in its programme, a leader, and a way in. */
export class Hall {
  private constructor(
    readonly test: TestApp,
    readonly world: World,
    readonly leader: Actor,
    readonly items: readonly [ProgrammeItem, ProgrammeItem, ProgrammeItem],
  ) {}

  static async open(test: TestApp, state = GatheringState.LIVE): Promise<Hall> {
    const world = await World.create(test.app.source, state);
    const second = await world.addItem({ position: 2, title: "Ideer", kind: ItemKind.IDEAS });
    const third = await world.addItem({
      position: 3,
      title: "Avslutning",
      kind: ItemKind.CLOSING,
      arena: Arena.PLENARY,
    });
    return new Hall(test, world, await world.addMember(NetworkRole.LEADER), [world.item, second, third]);
  }

  get id(): string {
    return this.world.gathering.id;
  }

  get commit(): TestApp["app"]["commit"] {
    return this.test.app.commit;
  }

  gathering(): Promise<Gathering> {
    return this.test.app.source.manager.findOneByOrFail(Gathering, { id: this.id });
  }

  entrance(personId: string | null = null, alsoTold: readonly string[] = []): Entrance {
    return { gatheringId: this.id, personId, alsoTold, attendance: this.test.app.attendance };
  }

  joinInput(changes: Partial<Join> = {}): Join {
    const [unit] = this.world.units;
    return {
      clientMutationId: newId(),
      code: this.world.gathering.joinCode,
      name: "Anna",
      unitId: unit?.id,
      people: 1,
      ...changes,
    };
  }

  join(changes: Partial<Join> = {}, personId: string | null = null, alsoTold: readonly string[] = []) {
    return join(this.commit, this.entrance(personId, alsoTold), this.joinInput(changes));
  }

  /** Runs a leader's verb with a mutation id of its own. */
  lead<Input extends object, Answer>(
    verb: (
      commit: TestApp["app"]["commit"],
      actor: Actor,
      gatheringId: string,
      input: Input & { clientMutationId: string },
    ) => Promise<Answer>,
    input: Input,
    actor: Actor = this.leader,
  ): Promise<Answer> {
    return verb(this.commit, actor, this.id, { clientMutationId: newId(), ...input });
  }
}

/** What a command came to; fails the test where it was refused. */
export const valueOf = async <Value>(
  committed: Promise<{ readonly outcome: Outcome<Value, unknown> }>,
): Promise<Value> => {
  const { outcome } = await committed;
  if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
};

/** Why a command was refused; fails the test where it stood. */
export const refusalOf = async <Refusal>(
  committed: Promise<{ readonly outcome: Outcome<unknown, Refusal> }>,
): Promise<Refusal> => {
  const { outcome } = await committed;
  if (outcome.done) throw new Error(`stood: ${JSON.stringify(outcome.value)}`);
  return outcome.refusal;
};

export const itemFields = (changes: Partial<ItemFields> = {}): ItemFields => ({
  title: "Pause",
  kind: ItemKind.BREAK,
  arena: Arena.PLENARY,
  minutes: 15,
  instruction: "",
  writing: Writing.OPEN,
  naming: Naming.NAMED,
  invites: [],
  ...usualSettings,
  ...changes,
});
