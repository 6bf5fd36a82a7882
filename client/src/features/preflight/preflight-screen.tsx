import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useParams } from "wouter";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icons.js";
import { Page } from "../../ui/page.js";
import { lasts, usePreflight } from "./use-preflight.js";
import { type Findings, type Grade, gradeAnswers, gradeClock, gradeSocket } from "./verdict.js";
import styles from "./preflight-screen.module.css";

/** For the day before, in the hall: does the net carry what is going to happen? Plain answers, plain advice. */
export default function PreflightScreen() {
  const { t } = useTranslation("preflight");
  const { gatheringId = "" } = useParams();
  const { findings, seconds, isDone, start } = usePreflight();
  const isOn = seconds !== null && !isDone;
  return (
    <Page
      title={t("title")}
      above={
        <Link className="os-alone" to={`/g/${gatheringId}/lead`}>
          {t("back")}
        </Link>
      }
      width="narrow"
    >
      <p className={styles.body}>{t("body")}</p>
      <Button disabled={isOn} onClick={start}>
        {t(seconds === null ? "start" : "again")}
      </Button>
      {seconds !== null && (
        <label className={styles.progress}>
          {isDone ? t("done") : t("running", { count: lasts - seconds })}
          <progress value={seconds} max={lasts} />
        </label>
      )}
      <h2 className={styles.heading}>{t(isDone ? "found" : "tried")}</h2>
      {seconds === null ? <Trials /> : <Results findings={findings} isDone={isDone} />}
    </Page>
  );
}

const TRIALS = ["answers", "socket", "clock"] as const;

/** Before it begins: what is going to be tried, and why. */
function Trials() {
  const { t } = useTranslation("preflight");
  return (
    <ul className={styles.results}>
      {TRIALS.map((trial) => (
        <li key={trial} className={styles.result}>
          <Icon name="waiting" />
          <span>
            <strong>{t(`${trial}.title`)}</strong>
            <span>{t(`${trial}.about`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** While it runs, what is not known yet is not promised. */
function Results({ findings, isDone }: { findings: Findings; isDone: boolean }) {
  const { t } = useTranslation("preflight");
  const answers = gradeAnswers(findings);
  const socket = gradeSocket(findings);
  const clock = gradeClock(findings);
  return (
    <ul className={styles.results} aria-live={isDone ? "polite" : "off"}>
      <Result
        title={t("answers.title")}
        says={t(`answers.${answers}`)}
        grade={isDone || findings.answers.length > 0 ? answers : null}
      />
      <Result
        title={t("socket.title")}
        says={t(`socket.${socket}`)}
        grade={isDone || (findings.socketOpened !== null && socket !== "good") ? socket : null}
      />
      <Result
        title={t("clock.title")}
        says={t(`clock.${clock}`)}
        grade={isDone || findings.clockOff !== null ? clock : null}
      />
    </ul>
  );
}

interface ResultProps {
  title: string;
  says: string;
  /** Null while nothing is known. */
  grade: Grade | null;
}

function Result({ title, says, grade }: ResultProps) {
  const { t } = useTranslation("preflight");
  return (
    <li className={styles.result} data-grade={grade ?? undefined}>
      <Icon name={iconOf(grade)} />
      <span>
        <strong>{title}</strong>
        <span>{grade ? says : t("waiting")}</span>
      </span>
    </li>
  );
}

function iconOf(grade: Grade | null): "waiting" | "saved" | "refused" {
  if (grade === null) return "waiting";
  return grade === "good" ? "saved" : "refused";
}
