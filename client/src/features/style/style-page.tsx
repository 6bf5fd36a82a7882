import { useState } from "react";
import { Page } from "../../ui/page.js";
import { CardSamples, ThreadSample } from "./card-samples.js";
import { FoundationSamples } from "./foundation-samples.js";
import { stages, tiles, trail } from "./demo.js";
import { ControlSamples, StateSamples } from "./state-samples.js";
import { Bar } from "../../ui/bar.js";
import { Clock } from "../../ui/clock.js";
import { Dots } from "../../ui/dots.js";
import { QrCode } from "../../ui/qr-code.js";
import { StageStrip } from "../../ui/stage-strip.js";
import { Table } from "../../ui/table.js";
import { Tile } from "../../ui/tile.js";
import { Trail } from "../../ui/trail.js";
import { Section } from "./section.js";
import styles from "./style-page.module.css";

/** Every part in every state, for those who build. Only in development builds; its texts are demo texts. */
export default function StylePage() {
  return (
    <Page title="Stil" lead="Alle delene, i alle tilstander.">
      <FoundationSamples />
      <TimeSamples />
      <CardSamples />
      <ThreadSample />
      <Section title="Fliser">
        <div className={styles.tiles}>
          {tiles.map((tile) => (
            <Tile key={tile.number} {...tile} />
          ))}
        </div>
      </Section>
      <VoteSample />
      <FigureSamples />
      <Section title="Spor">
        <Trail steps={trail} />
      </Section>
      <ControlSamples />
      <StateSamples />
      <ProjectorSample scheme="light" />
      <ProjectorSample scheme="dark" />
    </Page>
  );
}

function TimeSamples() {
  const [endings] = useState(() => [754, 42, -5].map(secondsFromNow));
  return (
    <Section title="Program og klokke">
      <StageStrip stages={stages} currentId="4" />
      <StageStrip stages={stages} currentId="4" form="compact" />
      <div className={styles.row}>
        {endings.map((endsAt) => (
          <Clock key={endsAt} countdown={{ state: "RUNNING", endsAt }} />
        ))}
        <Clock countdown={{ state: "PAUSED", remainingSeconds: 300 }} />
        <Clock countdown={{ state: "PAUSED", remainingSeconds: 300 }} size="large" />
      </div>
      <StageStrip stages={stages.slice(2, 5)} currentId="4" form="list" />
    </Section>
  );
}

function VoteSample() {
  const [given, setGiven] = useState([2, 0, 1]);
  const left = 5 - given.reduce((sum, dots) => sum + dots, 0);
  const ideas = [
    "Felles lesestartuke på alle 1. trinn i september",
    "Alle besøker én annen enhet før jul",
    "Lekekasse",
  ];
  return (
    <Section title="Prikker">
      {ideas.map((idea, at) => (
        <div key={idea} className={styles.row}>
          <span>{idea}</span>
          <Dots
            idea={idea}
            value={given[at] ?? 0}
            max={3}
            left={left}
            onChange={(value) => setGiven(given.map((dots, index) => (index === at ? value : dots)))}
          />
        </div>
      ))}
    </Section>
  );
}

function FigureSamples() {
  return (
    <Section title="Andel og tabell">
      <Bar share={0} />
      <Bar share={0.4} />
      <Bar share={1} isFirst />
      <Table caption="Hvem har møtt hvem" headings={["Enhet", "Har møtt", "Har ikke møtt"]}>
        <tr>
          <th scope="row">Lysnes skole</th>
          <td>Skjerdal skole (1–10) (3 ganger)</td>
          <td>–</td>
        </tr>
      </Table>
    </Section>
  );
}

function ProjectorSample({ scheme }: { scheme: "light" | "dark" }) {
  const [endsAt] = useState(() => secondsFromNow(754));
  return (
    <Section title={scheme === "light" ? "Lerretet" : "Lerretet i en mørk sal"}>
      <div className={styles.hall} data-theme="projector" data-color-scheme={scheme}>
        <div className={styles.row}>
          <div className={styles.qr}>
            <QrCode address="http://127.0.0.1:4000/j/K7M2QX" />
          </div>
          <Clock size="hall" countdown={{ state: "RUNNING", endsAt }} />
        </div>
        <div className={styles.tiles}>
          {tiles.map((tile) => (
            <Tile key={tile.number} {...tile} size="hall" />
          ))}
        </div>
        <ThreadSample size="hall" />
      </div>
    </Section>
  );
}

function secondsFromNow(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}
