import type { LiveShape, Row } from "./live/live-table.js";
import { boardShapes } from "./modules/boards/index.js";
import { gatheringShapes } from "./modules/gatherings/index.js";
import { groupShapes } from "./modules/groups/index.js";
import { networkShapes } from "./modules/networks/index.js";
import { plenaryShapes } from "./modules/plenary/index.js";
import { signShapes } from "./modules/signs/index.js";
import { votingShapes } from "./modules/voting/index.js";

/** Every stored shape that commands write. A module adds its own here. */
export const liveShapes: readonly LiveShape<Row>[] = [
  ...networkShapes,
  ...gatheringShapes,
  ...groupShapes,
  ...signShapes,
  ...boardShapes,
  ...plenaryShapes,
  ...votingShapes,
];
