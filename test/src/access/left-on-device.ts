import type { JSHandle, Page } from "playwright-core";

/** Where the client keeps what waits; whoever asks for it closes it. */
const outboxOf = (page: Page): Promise<JSHandle<IDBDatabase>> =>
  page.evaluateHandle(async () => {
    const opening = indexedDB.open("ordskifte-outbox");
    await new Promise((done) => opening.addEventListener("success", done));
    return opening.result;
  });

/** A reflection that was begun on a board and not sent, as the client keeps it. */
export async function leaveDraft(page: Page, boardId: string): Promise<void> {
  const texts = { title: "", body: "Vi leser mer høyt nå.", lens: "", challengeUsOn: "", theme: "" };
  const draft = { words: { ...texts, fromAuthor: false }, itemId: null };
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `ordskifte.draft.${boardId}.REFLECTION.`,
    JSON.stringify(draft),
  ] as const);
}

/** A card that somebody else wrote here and did not get sent. */
export async function leaveUnsentCard(page: Page): Promise<void> {
  const item = {
    id: "5f0c9d0e-8a57-4c0c-9d5b-0b8f3f0a7a11",
    name: "PostContribution",
    input: { boardId: "x", kind: "IDEA", body: "Lesebenk i gangen." },
    personId: "somebody else",
    scope: "x",
    createdAt: new Date(0).toISOString(),
    state: { kind: "waiting" },
  };
  const outbox = await outboxOf(page);
  await outbox.evaluate(async (database, left) => {
    const putting = database.transaction("items", "readwrite");
    putting.objectStore("items").put([left], "items");
    await new Promise((done) => putting.addEventListener("complete", done));
    database.close();
  }, item);
}

/** How many writes the device keeps: what a screen lets go of is stored a moment later. */
export async function keptWrites(page: Page): Promise<number> {
  const outbox = await outboxOf(page);
  return outbox.evaluate(async (database) => {
    const asking = database.transaction("items").objectStore("items").get("items");
    await new Promise((done) => asking.addEventListener("success", done));
    database.close();
    return (asking.result as unknown[]).length;
  });
}
