/** One of a list, the same for the same number. */
export const nth = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
