import type { LiveShape, Row } from "./live/live-table.js";
import { boardShapes } from "./modules/boards/index.js";

/** Every stored shape that commands write. A module adds its own here. */
export const liveShapes: readonly LiveShape<Row>[] = [...boardShapes];
