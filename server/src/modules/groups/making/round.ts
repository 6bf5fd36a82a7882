/** One round: who sits in which slot, and which slots are a group's. Whoever swaps leaves the sizes as they are. */
export class Round {
  /** By person or chair. */
  readonly slotOf: Int32Array;
  /** By slot. */
  readonly inSlot: Int32Array;
  /** The group of a slot. */
  readonly groupOf: Int32Array;
  /** The first slot of a group; one more at the end. */
  readonly from: Int32Array;

  constructor(groups: readonly (readonly number[])[]) {
    this.inSlot = Int32Array.from(groups.flat());
    this.slotOf = new Int32Array(this.inSlot.length);
    this.inSlot.forEach((who, slot) => (this.slotOf[who] = slot));
    this.groupOf = Int32Array.from(groups.flatMap((members, group) => members.map(() => group)));
    this.from = new Int32Array(groups.length + 1);
    groups.forEach(
      (members, group) => (this.from[group + 1] = (this.from[group] as number) + members.length),
    );
  }

  groupWith(who: number): number {
    return this.groupOf[this.slotOf[who] as number] as number;
  }

  swap(a: number, b: number): void {
    const slotA = this.slotOf[a] as number;
    const slotB = this.slotOf[b] as number;
    this.inSlot[slotA] = b;
    this.inSlot[slotB] = a;
    this.slotOf[a] = slotB;
    this.slotOf[b] = slotA;
  }

  /** Takes over who sat where, as it was noted from `inSlot` before. */
  restore(noted: Int32Array): void {
    this.inSlot.set(noted);
    noted.forEach((who, slot) => (this.slotOf[who] = slot));
  }

  members(group: number): Int32Array {
    return this.inSlot.subarray(this.from[group], this.from[group + 1]);
  }

  groups(): Int32Array[] {
    return Array.from({ length: this.from.length - 1 }, (_, group) => this.members(group));
  }
}
