import { First1763780000000 } from "./1763780000000-first.js";
import { GroupUnit1763790000000 } from "./1763790000000-group-unit.js";
import { PresentByUnit1763791000000 } from "./1763791000000-present-by-unit.js";
import { CardLanguage1763792310000 } from "./1763792310000-card-language.js";
import { ItemSettings1763793000000 } from "./1763793000000-item-settings.js";
import { Running1763830000000 } from "./1763830000000-running.js";
import { TrustedDocuments1763831000000 } from "./1763831000000-trusted-documents.js";
import { Plenary1763831000000 } from "./1763831000000-plenary.js";
import { GroupPeople1763832000000 } from "./1763832000000-group-people.js";
import { Seating1763840000000 } from "./1763840000000-seating.js";
import { SessionRevised1763850000000 } from "./1763850000000-session-revised.js";
import { CardsInOrder1763860000000 } from "./1763860000000-cards-in-order.js";
import { Profession1763870000000 } from "./1763870000000-profession.js";
import { ByParticipant1763880000000 } from "./1763880000000-by-participant.js";
import { OpenedCards1763890000000 } from "./1763890000000-opened-cards.js";

/** In the order they are applied. Append only. */
export const migrations = [
  First1763780000000,
  GroupUnit1763790000000,
  PresentByUnit1763791000000,
  CardLanguage1763792310000,
  ItemSettings1763793000000,
  Running1763830000000,
  TrustedDocuments1763831000000,
  Plenary1763831000000,
  GroupPeople1763832000000,
  Seating1763840000000,
  SessionRevised1763850000000,
  CardsInOrder1763860000000,
  Profession1763870000000,
  ByParticipant1763880000000,
  OpenedCards1763890000000,
];
