/** Who is calling: a person, by one of their sessions. */
export interface Actor {
  readonly personId: string;
  readonly sessionId: string;
}
