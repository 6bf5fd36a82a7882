import { v7, validate } from "uuid";

/** A new id: UUID version 7, so that rows made after each other lie after each other. */
export const newId = (): string => v7();

/** Whether a text is a UUID in any version; asked of everything that comes from outside before Postgres sees it. */
export const isUuid = (text: string): boolean => validate(text);
