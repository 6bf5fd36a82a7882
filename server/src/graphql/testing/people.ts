import { Person } from "../../identity/person.entity.js";
import { newId } from "../../kernel/ids.js";
import type { App } from "../../modules/context.js";

/** Somebody with a name, and no more. */
export async function addPerson({ source, clock }: App, name: string): Promise<string> {
  const id = newId();
  await source.manager.insert(Person, { id, name, createdAt: clock.now(), erasedAt: null });
  return id;
}
