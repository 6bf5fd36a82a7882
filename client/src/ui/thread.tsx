import type { ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import styles from "./thread.module.css";

export interface ThreadBranch {
  key: string;
  challenge: ReactNode;
  answers: { key: string; card: ReactNode }[];
}

/** An example with the challenges under it and the answers under each, as nested lists in the order they came. */
export function Thread({
  root,
  branches,
  foot,
}: {
  root: ReactNode;
  branches: ThreadBranch[];
  foot?: ReactNode;
}) {
  return (
    <div className={styles.thread}>
      {root}
      <ThreadCount branches={branches} />
      {branches.length > 0 && (
        <ol className={styles.challenges}>
          {branches.map((branch) => (
            <Branch key={branch.key} branch={branch} />
          ))}
        </ol>
      )}
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}

function Branch({ branch }: { branch: ThreadBranch }) {
  return (
    <li className={styles.branch}>
      {branch.challenge}
      {branch.answers.length > 0 && (
        <ol className={styles.answers}>
          {branch.answers.map((answer) => (
            <li key={answer.key}>{answer.card}</li>
          ))}
        </ol>
      )}
    </li>
  );
}

function ThreadCount({ branches }: { branches: ThreadBranch[] }) {
  const { t } = useTranslation("ui");
  const answers = branches.reduce((sum, branch) => sum + branch.answers.length, 0);
  if (branches.length === 0) return <p className={styles.count}>{t("thread.unanswered")}</p>;
  return (
    <p className={styles.count}>
      {t("thread.challenges", { count: branches.length })}
      {answers > 0 && <span>{t("thread.answers", { count: answers })}</span>}
    </p>
  );
}
