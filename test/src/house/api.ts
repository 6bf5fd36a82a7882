import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, type GraphQLField, isInterfaceType, isLeafType } from "graphql";
import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";

const SDL = join(import.meta.dirname, "../../../schema/schema.graphql");

/** The contract as it is committed. */
export const contract = buildSchema(readFileSync(SDL, "utf8"));

export type Fields = Record<string, unknown>;

export interface Answered {
  readonly data?: Fields | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

export type Kind = "Query" | "Mutation" | "Subscription";

const refusal = contract.getType("Refusal");
if (!isInterfaceType(refusal)) throw new Error("The contract has no Refusal.");
const REFUSALS = new Set(contract.getPossibleTypes(refusal).map(({ name }) => name));

/** Whether a type of an answer says no. */
export const isRefusal = (typename: string): boolean => REFUSALS.has(typename);

const fieldOf = (kind: Kind, name: string): GraphQLField<unknown, unknown> => {
  const found = contract.getRootType(kind.toLowerCase() as never)?.getFields()[name];
  if (!found) throw new Error(`The contract has no ${kind}.${name}.`);
  return found;
};

/** The document of one field with all its arguments as variables; its answer is called `done`. */
export const documentOf = (kind: Kind, name: string, selection = ""): string => {
  const field = fieldOf(kind, name);
  const given = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const inside = isLeafType(getNamedType(field.type)) ? "" : `{ __typename ${selection} }`;
  return `${kind.toLowerCase()} ${given && `(${given})`} { done: ${name} ${passed && `(${passed})`} ${inside} }`;
};

/** The API from outside, as one caller. */
export class Api {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
  ) {}

  as(token: string): Api {
    return new Api(this.url, token);
  }

  /** `POST /graphql` with any body, and the whole response. */
  post(body: unknown): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  async ask(query: string, variables: Fields = {}): Promise<Answered> {
    return (await (await this.post({ query, variables })).json()) as Answered;
  }

  /** Asks for one field that must be answered; throws with the errors where it is not. */
  async read<T = Fields>(query: string, variables: Fields = {}): Promise<T> {
    const { data, errors } = await this.ask(query, variables);
    const [value] = Object.values(data ?? {});
    if (errors || value === undefined) throw new Error(JSON.stringify(errors));
    return value as T;
  }

  /** Does a mutation, and answers its result whether it stands or is refused; throws on errors. */
  attempt<T = Fields>(mutation: string, input: Fields, selection = ""): Promise<T & { __typename: string }> {
    const variables = { input: { clientMutationId: randomUUID(), ...input } };
    return this.read(documentOf("Mutation", mutation, selection), variables);
  }

  /** Does a mutation that must stand. */
  async act<T = Fields>(mutation: string, input: Fields, selection = ""): Promise<T> {
    const answer = await this.attempt<T>(mutation, input, selection);
    if (isRefusal(answer.__typename)) throw new Error(`${mutation}: ${answer.__typename}`);
    return answer;
  }

  /** A socket for subscriptions, which comes back by itself; the caller disposes of it. */
  socket(): Client {
    return createClient({
      url: `${this.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.token === null ? undefined : { token: this.token },
      retryAttempts: Infinity,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
    });
  }

  /** The first event of a subscription, or the errors it is refused with. */
  async firstOf(query: string, variables: Fields): Promise<Answered> {
    const client = this.socket();
    try {
      return await new Promise<Answered>((resolve, reject) => {
        client.subscribe<Fields>(
          { query, variables },
          {
            next: (result) => resolve(result),
            error: (error) =>
              Array.isArray(error) ? resolve({ errors: error as Answered["errors"] }) : reject(error),
            complete: () => resolve({}),
          },
        );
      });
    } finally {
      await client.dispose();
    }
  }
}

/** The code an answer was refused with, if it was. */
export const codeOf = ({ errors }: Answered): string | undefined => errors?.[0]?.extensions?.code;
