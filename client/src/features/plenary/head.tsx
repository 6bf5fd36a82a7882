import type { ReactNode } from "react";
import { type GatheringView, useLive, useReadable } from "../../live/index.js";
import { Clock } from "../../ui/clock.js";
import styles from "./head.module.css";

/** The line at the top of a picture: what it is, and the clock while one runs. */
export function PictureHead({
  gathering,
  title,
  children,
}: {
  gathering: GatheringView;
  title: string;
  children?: ReactNode;
}) {
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {children && <p className={styles.more}>{children}</p>}
      </div>
      <HallClock gathering={gathering} />
    </header>
  );
}

export function HallClock({ gathering }: { gathering: GatheringView }) {
  const offset = useReadable(useLive().clock.offset);
  return (
    <span className={styles.clock}>
      <Clock countdown={gathering.clock} serverOffset={offset} size="hall" />
    </span>
  );
}
