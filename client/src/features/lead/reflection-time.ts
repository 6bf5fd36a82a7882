interface Planned {
  readonly kind: string;
  readonly minutes: number;
}

/** Whether anything in the programme is there for thinking about what was heard. */
export function hasReflection(programme: readonly Planned[]): boolean {
  return programme.some(({ kind, minutes }) => kind === "REFLECTION" && minutes > 0);
}
