import { execute, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { v5 } from "uuid";
import type { Actor } from "../identity/actor.js";
import type { Clock } from "../kernel/clock.js";
import { WriteLimit } from "../kernel/write-limit.js";
import type { App, Context } from "../modules/context.js";

/** Everything of the demo has an id that follows from its name, so that a load that was cut short can be done again. */
const NAMESPACE = "5b0a3f9e-6a1c-4f55-9b8e-0c8f6f3f2d11";
export const demoId = (name: string): string => v5(name, NAMESPACE);

/** A whole spring is written in a second. */
const WITHOUT_END = new WriteLimit({ aMinute: 0, atOnce: 0 });

/** A clock that the story sets: what happened last spring is stamped with last spring. */
export class StoryClock implements Clock {
  private at = new Date();

  set(at: Date): void {
    this.at = at;
  }

  /** Minutes pass. */
  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }

  now(): Date {
    return this.at;
  }
}

type Values = Record<string, unknown>;
type Answer = Record<string, unknown> & { readonly __typename: string };

/** The API as the people of the demo use it: the same operations, rules and receipts as over the net. */
export class DemoApi {
  private readonly documents = new Map<string, DocumentNode>();

  constructor(
    private readonly app: App,
    private readonly schema: GraphQLSchema,
  ) {}

  /** Does a mutation under a name of its own, and answers its result. Throws where it is refused. */
  async act(
    actor: Actor | null,
    name: string,
    mutation: string,
    input: Values,
    selection: string,
  ): Promise<Answer> {
    const type = this.schema.getMutationType()?.getFields()[mutation]?.args[0]?.type;
    const text = `mutation ($input: ${String(type)}) { done: ${mutation}(input: $input) { __typename ${selection} ... on Refusal { message } } }`;
    const answer = await this.ask(actor, text, { input: { clientMutationId: demoId(name), ...input } });
    if ("message" in answer) throw new Error(`The demo's ${name} was refused: ${String(answer["message"])}`);
    return answer;
  }

  async ask(actor: Actor | null, text: string, variableValues: Values): Promise<Answer> {
    const document = this.documents.get(text) ?? parse(text);
    this.documents.set(text, document);
    const contextValue = this.contextOf(actor);
    const { data, errors } = await execute({ schema: this.schema, document, variableValues, contextValue });
    if (errors?.[0]) throw errors[0];
    return (data as { done: Answer }).done;
  }

  private contextOf(actor: Actor | null): Context {
    return {
      app: { ...this.app, writes: WITHOUT_END },
      actor,
      address: "demo",
      baseUrl: "",
      checkSession: () => undefined,
      startSession: async (personId) => (await this.app.identity.startSession(personId)).token,
      endSession: async () => undefined,
    };
  }
}
