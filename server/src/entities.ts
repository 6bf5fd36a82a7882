import type { EntityClass } from "./database/data-source.js";
import { Person } from "./identity/person.entity.js";
import { Session } from "./identity/session.entity.js";
import { SignInLink } from "./identity/sign-in-link.entity.js";
import { LogEntry } from "./live/log-entry.entity.js";
import { Receipt } from "./live/receipt.entity.js";
import { Stream } from "./live/stream.entity.js";
import { Board, Contribution, ContributionLink } from "./modules/boards/index.js";
import { Gathering, Participant, ProgrammeItem } from "./modules/gatherings/index.js";
import { FormerSeat, Group, GroupWish, Seat } from "./modules/groups/index.js";
import { Membership, Network, Unit } from "./modules/networks/index.js";
import { PlenaryIdea } from "./modules/plenary/index.js";
import { Sign, Turn } from "./modules/signs/index.js";
import { Ballot, VoteCandidate, VoteRound } from "./modules/voting/index.js";

/** Every stored shape. */
export const entities: readonly EntityClass[] = [
  Person,
  Session,
  SignInLink,
  Network,
  Unit,
  Membership,
  Gathering,
  ProgrammeItem,
  Participant,
  Group,
  Seat,
  FormerSeat,
  GroupWish,
  Sign,
  Turn,
  Board,
  Contribution,
  ContributionLink,
  PlenaryIdea,
  VoteRound,
  VoteCandidate,
  Ballot,
  Stream,
  LogEntry,
  Receipt,
];
