/** A form's fields, each compared as a whole. */
export type Fields = object;

/** What somebody typed into a form, and for each field what stood when they began to change it. */
export interface KeptForm<T extends Fields> {
  readonly before: T;
  readonly now: T;
}

type FieldsOf<T> = readonly (keyof T & string)[];

const namesIn = <T extends Fields>(fields: T): FieldsOf<T> => Object.keys(fields) as (keyof T & string)[];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const fieldsFrom = <T extends Fields>(like: T, of: (name: keyof T & string) => unknown): T =>
  Object.fromEntries(namesIn(like).map((name) => [name, of(name)])) as T;

const isTouched = <T extends Fields>(kept: KeptForm<T> | null, name: keyof T & string): boolean =>
  kept !== null && !isSame(kept.now[name], kept.before[name]);

/** The form as it is to be seen: what was changed here, and in every other field what stands now. */
export function shownIn<T extends Fields>(kept: KeptForm<T> | null, stands: T): T {
  return fieldsFrom(stands, (name) => (isTouched(kept, name) ? kept?.now[name] : stands[name]));
}

/** What is to be kept once the form looks like this; null where nothing in it differs from what stands. */
export function keptAs<T extends Fields>(kept: KeptForm<T> | null, stands: T, now: T): KeptForm<T> | null {
  const before = fieldsFrom(stands, (name) => (isTouched(kept, name) ? kept?.before[name] : stands[name]));
  return isSame(before, now) ? null : { before, now };
}

/** The fields that were changed here and, since then, to something else by somebody else. */
export function clashesIn<T extends Fields>(kept: KeptForm<T> | null, stands: T): FieldsOf<T> {
  return namesIn(stands).filter(
    (name) =>
      isTouched(kept, name) &&
      !isSame(stands[name], kept?.before[name]) &&
      !isSame(stands[name], kept?.now[name]),
  );
}

/** The same once somebody has chosen between the two in these fields; null where nothing of it is theirs any more. */
export function settled<T extends Fields>(
  kept: KeptForm<T> | null,
  stands: T,
  fields: FieldsOf<T>,
  choice: "mine" | "theirs",
): KeptForm<T> | null {
  if (!kept) return null;
  const taken = (from: T): T =>
    fieldsFrom(from, (name) => (fields.includes(name) ? stands[name] : from[name]));
  const before = taken(kept.before);
  const now = choice === "mine" ? kept.now : taken(kept.now);
  return isSame(before, now) ? null : { before, now };
}

/** For what lies on the device, perhaps from another version of the page: the same fields, of the same sort. */
export function isKeptLike<T extends Fields>(like: T): (value: unknown) => value is KeptForm<T> | null {
  return (value): value is KeptForm<T> | null => {
    if (value === null) return true;
    if (typeof value !== "object" || !("before" in value) || !("now" in value)) return false;
    return [value.before, value.now].every((fields) => isLike(fields, like));
  };
}

const sortOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);

/** What may be left unsaid is null or has parts of its own. */
const isLike = (fields: unknown, like: Fields): boolean =>
  typeof fields === "object" &&
  fields !== null &&
  Object.entries(like).every(([name, value]) => {
    const held = (fields as Record<string, unknown>)[name];
    return held !== undefined && (value === null || held === null || sortOf(held) === sortOf(value));
  });
