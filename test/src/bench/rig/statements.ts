import { Client } from "pg";

interface Asking {
  query(...given: readonly unknown[]): unknown;
}

let asked = 0;

/** Counts what this process asks of Postgres, BEGIN and COMMIT included. To be called before anybody connects. */
export const countStatements = (): void => {
  const clients = Client.prototype as unknown as Asking;
  const plain = Reflect.get(clients, "query");
  clients.query = function query(this: Asking, ...given) {
    asked += 1;
    return plain.apply(this, [...given]);
  };
};

/** How many statements so far. */
export const statements = (): number => asked;
