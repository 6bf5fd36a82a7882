/** What the fan-out has done since the start: plain numbers, since they are counted for every frame. */
export class FanOutCounts {
  /** Events that were executed and serialised; each for as many frames as there were equal callers. */
  executions = 0;
  /** Frames that were written to sockets. */
  frames = 0;
  /** Sockets that were closed because they did not read. */
  slowSockets = 0;
  private readonly members = new Map<string, number>();

  /** Callers who ask the same of the same stream. */
  get groups(): number {
    return this.members.size;
  }

  join(group: string): void {
    this.members.set(group, (this.members.get(group) ?? 0) + 1);
  }

  leave(group: string): void {
    const left = (this.members.get(group) ?? 0) - 1;
    if (left > 0) this.members.set(group, left);
    else this.members.delete(group);
  }
}
