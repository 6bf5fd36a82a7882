/** Which states may follow which, as data. */
export interface Stages<State extends string> {
  /** Whether one may go from the one to the other. A state never follows itself. */
  mayFollow(from: State, to: State): boolean;
}

export const stages = <State extends string>(
  following: Readonly<Record<State, readonly State[]>>,
): Stages<State> => ({
  mayFollow: (from, to) => following[from].includes(to),
});
