import type { DataSource, FindOptionsWhere, ObjectLiteral } from "typeorm";
import type { EntityOf } from "./table.js";

/** How rules look things up, the same inside a command's transaction and outside of it. */
export interface Lookup {
  get<T extends { id: string }>(entity: EntityOf<T>, id: string): Promise<Readonly<T> | null>;
  find<T extends { id: string }>(entity: EntityOf<T>, where: Partial<T>): Promise<Readonly<T>[]>;
}

/** Looks up what is committed. Properties that are null are not for this lookup: ask with a value. */
export const lookupOf = (source: DataSource): Lookup => ({
  get: <T extends { id: string }>(entity: EntityOf<T>, id: string) =>
    source.getRepository<T & ObjectLiteral>(entity).findOneBy({ id } as FindOptionsWhere<T & ObjectLiteral>),
  find: <T extends { id: string }>(entity: EntityOf<T>, where: Partial<T>) =>
    source.getRepository<T & ObjectLiteral>(entity).findBy(where as FindOptionsWhere<T & ObjectLiteral>),
});
