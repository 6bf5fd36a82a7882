import type { FeedPart } from "@ordskifte/schema";
import { AboutPanel } from "./about-panel.js";
import { FitPanel } from "./fit-panel.js";
import { ForLeaders } from "./for-leaders.js";
import { ProgrammeEditor } from "./programme-editor.js";
import styles from "./plan-screen.module.css";

const parts: readonly FeedPart[] = ["PROGRAMME", "GROUPS"];

/** Before the day: what happens when, and under which rules. */
export default function PlanScreen() {
  return (
    <ForLeaders here="plan" parts={parts}>
      {(gathering) => (
        <div className={styles.columns}>
          <ProgrammeEditor gathering={gathering} />
          <div className={styles.side}>
            <AboutPanel gathering={gathering} />
            <FitPanel gathering={gathering} />
          </div>
        </div>
      )}
    </ForLeaders>
  );
}
