import type { Day } from "./day.js";
import { anHour, trafficOf } from "./traffic.js";

/** What the day was, in one line. */
export const figuresOf = (day: Day, seconds: number): string => {
  const { devices, guests, people, leader, weather } = day;
  const sum = (of: (device: Day["devices"][number]) => number): number =>
    devices.reduce((total, device) => total + of(device), 0);
  const traffic = trafficOf(day);
  const rate = (bytes: number): string => `${anHour(bytes, traffic).toFixed(2)} MB an hour`;
  return [
    `${people} people at ${guests.length} devices in ${leader.picture.groups.length} groups`,
    `${weather.minutes} minutes of the day in ${seconds.toFixed(1)} s`,
    `${sum(({ writes }) => writes)} writes, ${sum(({ cards }) => cards.length)} of them cards, ${sum(({ ballots }) => ballots)} ballots`,
    `${sum(({ line }) => line.drops)} times a device's connections broke, ${sum(({ unanswered }) => unanswered)} writes had to be sent again`,
    `a person: ${rate(traffic.mean)}, at most ${rate(traffic.most)}; the leader: ${rate(traffic.leader)}; counted at this speed: ${rate(traffic.counted)}`,
  ].join("\n");
};
