import { useState } from "react";
import { Link, useLocation } from "wouter";
import { useTranslation } from "../../i18n/use-translation.js";
import { isStuck, isUncounted, useOutbox } from "../../live/index.js";
import { useTold } from "../../ui/announcer.js";
import { Button } from "../../ui/button.js";
import styles from "./kept-bars.module.css";

/** What must be known of words that are not sent yet: that somebody else left some here, or that they will not be kept. */
export default function KeptBars({ unkept }: { unkept: boolean }) {
  const { t } = useTranslation("habits");
  useTold(unkept ? t("unkept") : null);
  return (
    <div className={styles.bars}>
      {unkept && <p className={styles.bar}>{t("unkept")}</p>}
      <NotSent />
      <NotCounted />
      <LeftBehind />
    </div>
  );
}

/** The way to a card that was refused, from every screen but its board. */
function NotSent() {
  const { t } = useTranslation("habits");
  const { items } = useOutbox().view;
  const [pathname] = useLocation();
  const gathering = /^\/g\/[^/]+/.exec(pathname)?.[0];
  const elsewhere = items.filter((item) => isStuck(item) && !pathname.includes(item.scope));
  const [first] = elsewhere;
  const words = gathering && first ? t("notSent.words", { count: elsewhere.length }) : null;
  useTold(words, "not sent");
  if (!gathering || !first) return null;
  return (
    <p className={styles.bar}>
      <span className={styles.words}>{words}</span>
      <Link to={`${gathering}/b/${first.scope}#card-${first.id}`}>{t("notSent.see")}</Link>
    </p>
  );
}

/** The way to a vote whose last change came too late, from every screen of its gathering but its own. */
function NotCounted() {
  const { t } = useTranslation("habits");
  const { outbox, view } = useOutbox();
  const [pathname] = useLocation();
  const elsewhere = view.items
    .filter(isUncounted)
    .filter(({ scope, input }) => pathname.includes(scope) && !pathname.includes(input.roundId));
  const [first] = elsewhere;
  useTold(first ? t("uncounted.words") : null, "ballot");
  if (!first) return null;
  return (
    <div className={styles.bar}>
      <p className={styles.words}>{t("uncounted.words")}</p>
      <Link to={`/g/${first.scope}/vote/${first.input.roundId}`}>{t("uncounted.see")}</Link>
      <Button
        data-size="sm"
        variant="tertiary"
        onClick={() => elsewhere.forEach(({ id }) => outbox.takeBack(id))}
      >
        {t("uncounted.understood")}
      </Button>
    </div>
  );
}

/** Cards of whoever was here before: nobody is shown them, and only who says that they are theirs can send them. */
function LeftBehind() {
  const { t } = useTranslation("habits");
  const { outbox, view } = useOutbox();
  const [isDeclined, decline] = useState(false);
  const { leftBehind: count, personId } = view;
  if (count === 0 || isDeclined) return null;
  if (personId === null) return <p className={styles.bar}>{t("left.nobody", { count })}</p>;
  return (
    <div className={styles.bar}>
      <p className={styles.words}>{t("left.whose", { count })}</p>
      <Button data-size="sm" onClick={() => outbox.adopt()}>
        {t("left.mine", { count })}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={() => decline(true)}>
        {t("left.notMine")}
      </Button>
    </div>
  );
}
