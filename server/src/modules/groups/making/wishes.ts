import type { RefusalReason, RefusedWish, Wish } from "./plan.js";
import type { Roster } from "./roster.js";

/** Wishes that can be tried, as numbers of people, and those that cannot, with the reason. */
export interface SortedWishes {
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
  /** Of each set every group needs one. */
  readonly oneInEach: readonly OneInEach[];
  readonly refused: readonly RefusedWish[];
}

export interface Pair {
  readonly wish: Wish;
  readonly a: number;
  readonly b: number;
}

interface OneInEach {
  readonly wish: Wish;
  readonly members: readonly number[];
}

type Judged = { readonly kept: true } | { readonly kept: false; readonly reason: RefusalReason };

const kept: Judged = { kept: true };
const no = (reason: RefusalReason): Judged => ({ kept: false, reason });

/** Who is to sit together so far, each company known by one of its members. */
class Companies {
  private readonly of: number[];

  constructor(private readonly roster: Roster) {
    this.of = [...roster.ids.keys()];
  }

  same(a: number, b: number): boolean {
    return this.of[a] === this.of[b];
  }

  /** Those who would sit together if these two did. */
  joined(a: number, b: number): number[] {
    return [...this.of.keys()].filter((who) => this.same(who, a) || this.same(who, b));
  }

  join(a: number, b: number): void {
    const company = this.of[a] as number;
    for (const who of this.joined(a, b)) this.of[who] = company;
  }

  people(members: readonly number[]): number {
    return members.reduce((sum, who) => sum + (this.roster.weight[who] as number), 0);
  }
}

/** Judges wishes one by one: an earlier one stands against a later one. */
class Judge {
  readonly together: Pair[] = [];
  readonly apart: Pair[] = [];
  readonly oneInEach: OneInEach[] = [];
  private readonly companies: Companies;

  constructor(private readonly roster: Roster) {
    this.companies = new Companies(roster);
  }

  judge(wish: Wish): Judged {
    const people = wish.people.map((id) => this.roster.indexOf.get(id) ?? -1);
    if (people.includes(-1)) return no("unknownPerson");
    if (new Set(people).size < people.length) return no("samePerson");
    if (wish.kind === "oneInEach") return this.judgeEach({ wish, members: people });
    const [a, b] = people as [number, number];
    return wish.kind === "together" ? this.judgeTogether({ wish, a, b }) : this.judgeApart({ wish, a, b });
  }

  private judgeEach(set: OneInEach): Judged {
    if (set.members.length < this.roster.groups) return no("fewerThanGroups");
    this.oneInEach.push(set);
    return kept;
  }

  private judgeApart(pair: Pair): Judged {
    if (this.roster.groups === 1) return no("onlyOneGroup");
    if (this.companies.same(pair.a, pair.b)) return no("contradictsEarlierWish");
    this.apart.push(pair);
    return kept;
  }

  private judgeTogether(pair: Pair): Judged {
    const members = this.companies.joined(pair.a, pair.b);
    if (this.apart.some(({ a, b }) => members.includes(a) && members.includes(b)))
      return no("contradictsEarlierWish");
    if (this.companies.people(members) > this.roster.capacity) return no("groupTooSmall");
    if (this.breaksSpread(members)) return no("unitMustSpread");
    this.companies.join(pair.a, pair.b);
    this.together.push(pair);
    return kept;
  }

  private breaksSpread(members: readonly number[]): boolean {
    const { unit, units, groups, ids } = this.roster;
    return Array.from({ length: units }, (_, of) => of).some((of) => {
      const isOfUnit = (who: number): boolean => unit[who] === of;
      const share = Math.ceil(this.companies.people([...ids.keys()].filter(isOfUnit)) / groups);
      return this.companies.people(members.filter(isOfUnit)) > share;
    });
  }
}

export const sortWishes = (roster: Roster, wishes: readonly Wish[]): SortedWishes => {
  const judge = new Judge(roster);
  const refused = wishes.flatMap((wish): RefusedWish[] => {
    const judged = judge.judge(wish);
    return judged.kept ? [] : [{ wish, reason: judged.reason }];
  });
  const { together, apart, oneInEach } = judge;
  return { together, apart, oneInEach, refused };
};
