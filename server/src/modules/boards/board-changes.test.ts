import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.js";
import { ContributionKind } from "../../kernel/words.js";
import { presentersOf, type Viewer } from "../../live/presenter.js";
import { Writing } from "../gatherings/index.js";
import { boardPresenter } from "./board.presenter.js";
import { placeOf } from "./commands/card-command.js";
import { editContribution } from "./commands/edit-contribution.js";
import { freezeBoard } from "./commands/freeze-board.js";
import { hideContribution, restoreContribution } from "./commands/hide-contribution.js";
import { markAnswer } from "./commands/mark-answer.js";
import { mergeIdeas, unmergeIdea } from "./commands/merge-ideas.js";
import { closeWriting } from "./commands/close-writing.js";
import { openWriting } from "./commands/open-writing.js";
import { takeHome } from "./commands/take-home.js";
import { withdrawContribution } from "./commands/withdraw-contribution.js";
import { contributionPresenter } from "./contribution.presenter.js";
import { type Card } from "./contribution.type.js";
import { example, viewer, tableTools } from "./testing/table.js";
import { startTestApp, type TestApp } from "../../testing/world.js";

let running: TestApp;
beforeAll(async () => {
  running = await startTestApp();
});
afterAll(() => running.stop());

const { atTable, posted, seen, act } = tableTools(() => running.app);

describe("[FEED5] a stale snapshot and what came after make a fresh one", () => {
  const audiences = async (table: Awaited<ReturnType<typeof atTable>>): Promise<Record<string, Viewer>> => ({
    author: viewer(table.anna),
    neighbour: viewer(table.bo),
    leader: viewer({ actor: table.leader }, true),
  });

  /** Every command once, each after the ones it needs. */
  const history = (
    table: Awaited<ReturnType<typeof atTable>>,
    itemId: string,
  ): (() => Promise<unknown>)[] => {
    const { anna, bo, leader, board } = table;
    const ids: Record<string, string> = {};
    const keep = (name: string, id: Promise<string>) => id.then((value) => (ids[name] = value));
    const id = (name: string): string => ids[name] as string;
    const places = async (names: string[]) =>
      Promise.all(names.map((name) => placeOf(running.app.pool, id(name))));
    return [
      () => keep("silent", posted(anna, board, { ...example, itemId })),
      () => keep("withdrawnSilent", posted(anna, board, { ...example, itemId })),
      () => act(withdrawContribution, anna.actor, { contributionId: id("withdrawnSilent") }),
      () => openWriting(running.app.commit, leader, board.gatheringId, { clientMutationId: newId(), itemId }),
      () =>
        closeWriting(running.app.commit, leader, board.gatheringId, { clientMutationId: newId(), itemId }),
      () => openWriting(running.app.commit, leader, board.gatheringId, { clientMutationId: newId(), itemId }),
      () => keep("challenge", posted(bo, board, { kind: ContributionKind.CHALLENGE, toId: id("silent") })),
      () => keep("answer", posted(anna, board, { kind: ContributionKind.ANSWER, toId: id("challenge") })),
      () => act(markAnswer, anna.actor, { contributionId: id("answer"), fromAuthor: true }),
      () => keep("ideaA", posted(anna, board, { toId: id("silent") })),
      () => keep("ideaB", posted(bo, board)),
      () => act(editContribution, bo.actor, { contributionId: id("ideaB"), body: "Ny ordlyd" }),
      async () =>
        mergeIdeas(running.app.commit, leader, await places(["ideaA", "ideaB"]), {
          clientMutationId: newId(),
          intoId: id("ideaA"),
          fromIds: [id("ideaB")],
        }),
      () => act(hideContribution, leader, { contributionId: id("ideaA"), reason: "Et øyeblikk" }),
      () => act(restoreContribution, leader, { contributionId: id("ideaA") }),
      () => act(unmergeIdea, leader, { contributionId: id("ideaB") }),
      () => act(takeHome, bo.actor, { contributionId: id("ideaA"), body: "Til høsten" }),
      () => act(withdrawContribution, bo.actor, { contributionId: id("ideaB") }),
      // Everybody hears of the last one: so each reader can be followed until it is there.
      () =>
        freezeBoard(running.app.commit, leader, {
          clientMutationId: newId(),
          boardId: board.id,
          frozen: true,
        }),
    ];
  };

  type Change = { contribution?: Card; id?: string; board?: { frozen: boolean } };
  const apply = (cards: Map<string, Card>, changes: readonly unknown[]): void => {
    for (const change of changes as Change[]) {
      if (change.contribution) cards.set(change.contribution.id, change.contribution);
      else if (change.id) cards.delete(change.id);
    }
  };
  const asMap = (cards: readonly Card[]): Map<string, Card> => new Map(cards.map((card) => [card.id, card]));
  const sorted = (cards: Map<string, Card>): Card[] =>
    [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

  test("after every command, for every audience, from every earlier snapshot", async () => {
    const table = await atTable();
    const item = await table.world.addItem({ writing: Writing.SILENT });
    const viewers = await audiences(table);
    const presenters = presentersOf(contributionPresenter, boardPresenter);
    const snapshots: { name: string; cursor: string; cards: Map<string, Card> }[] = [];
    const snap = async (): Promise<void> => {
      const { rows } = await running.app.pool.query<{ head: string }>(
        "SELECT head FROM stream WHERE id = $1",
        [table.board.id],
      );
      for (const [name, who] of Object.entries(viewers)) {
        snapshots.push({ name, cursor: `1.${rows[0]?.head}`, cards: asMap(await seen(table.board, who)) });
      }
    };
    await snap();
    for (const command of history(table, item.id)) {
      await command();
      await snap();
    }
    const { rows } = await running.app.pool.query<{ head: string }>("SELECT head FROM stream WHERE id = $1", [
      table.board.id,
    ]);
    const end = `1.${rows[0]?.head}`;
    for (const { name, cursor, cards } of snapshots.filter((snapshot) => snapshot.cursor !== end)) {
      const who = viewers[name] as Viewer;
      const feed = await running.app.feed.subscribe({
        streamId: table.board.id,
        cursor,
        viewer: async () => who,
        presenters,
      });
      for await (const event of feed) {
        if (event.type === "frame") apply(cards, event.changes);
        if (event.type === "reset" || event.cursor === end) break;
      }
      expect(sorted(cards), `${name} from ${cursor}`).toEqual(sorted(asMap(await seen(table.board, who))));
    }
  });
});
