import { firstNames, units } from "@ordskifte/server/demo/content";
import { randomFrom } from "../chaos/random.js";
import { foundPeople, planGathering, signInToken } from "../house/hall.js";
import { Console } from "./console.js";
import type { Device } from "./device.js";
import { Guest } from "./guest.js";
import { Weather } from "./weather.js";
import { nth } from "./words.js";

/** How many share a device at the tables that have one for several. */
const AT_A_TABLE = 3;
const GROUP_SIZE = 6;
const MINUTES = 300;

export interface DayOptions {
  readonly origin: string;
  readonly databaseUrl: string;
  /** A multiple of six. */
  readonly people: number;
  /** Devices that three people share. */
  readonly tables: number;
  /** The share of connections that is broken off every minute of the day: from 0 to 1. */
  readonly dropShare: number;
  /** Whether the leader goes on at another laptop after lunch. */
  readonly newLaptop: boolean;
  readonly seed: number;
}

/** Where somebody may look at the day. */
export type Moment =
  | "arrived"
  | "theory"
  | "bell"
  | "opened"
  | "exchange"
  | "spotlight"
  | "gather"
  | "vote"
  | "reveal"
  | "promises"
  | "archived";
export type Look = (moment: Moment, day: Day) => Promise<void>;

/** A gathering of a whole day by the Lund/Roald programme, and those who come to it. */
export class Day {
  readonly weather: Weather;
  readonly random: () => number;
  private laptops: Console[];
  /** A card that somebody wrote before the day. */
  exampleFromHome = "";

  private constructor(
    readonly options: DayOptions,
    readonly gatheringId: string,
    readonly code: string,
    first: Console,
    /** Those who are expected, and whoever comes late. */
    readonly guests: Guest[],
    private readonly late: Guest,
    private readonly look: Look,
  ) {
    this.random = randomFrom(options.seed);
    this.laptops = [first];
    const lines = () => [...guests.map(({ device }) => device.line), this.leader.device.line];
    this.weather = new Weather(lines, options.dropShare, this.random);
  }

  /** Founds the network, plans the gathering and opens its door. */
  static async plan(options: DayOptions, look: Look = async () => undefined): Promise<Day> {
    const { origin, databaseUrl } = options;
    const unitNames = units.map(({ name }) => name);
    const people = await foundPeople(origin, databaseUrl, "Begynneropplæring – Ytre Kyst", unitNames);
    const programme = { template: "LUND_ROALD", minutes: MINUTES, place: "Kulturhuset i Skarvfjord" };
    const { id, code } = await planGathering(people, "Dialogkonferanse om begynneropplæring", programme);
    const token = await signInToken(people.owner.api, people.memberships.leader);
    const leader = await Console.open(origin, id, token);
    const guests = newcomers(options, people.network.units).map((who) => new Guest(origin, who, id));
    const late = guests.pop() as Guest;
    return new Day(options, id, code, leader, guests, late, look);
  }

  get leader(): Console {
    return this.laptops.at(-1) as Console;
  }

  /** How many are expected. */
  get people(): number {
    return this.guests.reduce((sum, { who }) => sum + who.people, 0);
  }

  get groupSize(): number {
    return GROUP_SIZE;
  }

  /** One more, when the day has long begun. */
  async lateComes(): Promise<Guest> {
    await this.late.arrive(this.code);
    this.guests.push(this.late);
    return this.late;
  }

  /** Everybody does this, all at once. */
  async all(work: (guest: Guest, index: number) => Promise<unknown>): Promise<void> {
    await Promise.all(this.guests.map(work));
  }

  /** Those who sit together in groups across units, by group. */
  get tables(): Guest[][] {
    const tables = new Map<string, Guest[]>();
    for (const guest of this.guests) {
      const { id } = guest.group("CROSS");
      tables.set(id, [...(tables.get(id) ?? []), guest]);
    }
    return [...tables.values()];
  }

  async replaceLaptop(): Promise<void> {
    this.laptops.push(await this.leader.moveTo(this.options.origin));
  }

  at(moment: Moment): Promise<void> {
    return this.look(moment, this);
  }

  /** All that were written on, the laptop that was left behind too. */
  get devices(): Device[] {
    return [...this.guests.flatMap((guest) => guest.devices), ...this.laptops.map(({ device }) => device)];
  }

  async close(): Promise<void> {
    await Promise.all([...this.guests, this.leader].map(({ device }) => device.close()));
  }
}

/** One of each unit, the first that is expected. */
export const firstOfEachUnit = ({ guests }: Day): Guest[] => {
  const firsts = new Map<string, Guest>();
  for (const guest of guests) if (!firsts.has(guest.who.unitId)) firsts.set(guest.who.unitId, guest);
  return [...firsts.values()];
};

export const nthGuest = ({ guests }: Day, n: number): Guest => nth(guests, n);

const newcomers = (
  { people, tables }: DayOptions,
  of: readonly { readonly id: string }[],
): { name: string; unitId: string; people: number }[] => {
  const devices = people - tables * (AT_A_TABLE - 1);
  return Array.from({ length: devices }, (_, i) => ({
    name: `${firstNames[i % firstNames.length]} ${1 + Math.floor(i / firstNames.length)}`,
    unitId: (of[i % of.length] as { id: string }).id,
    people: i < tables ? AT_A_TABLE : 1,
  }));
};
