import { Button } from "../../ui/button.js";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link, useLocation } from "wouter";
import type { GatheringView } from "../../live/index.js";
import { useTold } from "../../ui/announcer.js";
import { Icon } from "../../ui/icons.js";
import { useMovesTold } from "./use-moves-told.js";
import { moveOf, whereNow } from "./where.js";
import styles from "./move-offer.module.css";

interface MoveOfferProps {
  gathering: GatheringView;
  /** The address of this screen. */
  here: string;
  /** Something half-written is open: then nobody is taken anywhere. */
  isWriting?: boolean;
  /** The screen itself says what is on now, so that only a call is offered. */
  saysNow?: boolean;
}

/**
 * Says what is on now to somebody who is elsewhere, and offers to come along. Nobody is moved by the programme; a call
 * to a board takes those along who are not in the middle of writing, with a way back.
 */
export function MoveOffer({ gathering, here, isWriting = false, saysNow = false }: MoveOfferProps) {
  const to = whereNow(gathering);
  const hasMoved = useHasMoved(gathering, here);
  useFollowing(gathering, here, isWriting);
  useMovesTold(gathering);
  if (!gathering.viewer.participant || gathering.state !== "LIVE") return null;
  if (gathering.summons && to === here) return <Gathered gatheringId={gathering.id} />;
  const isCalled = gathering.summons !== null;
  if (to === here || !((hasMoved && !saysNow) || isCalled)) return null;
  return <Offer gathering={gathering} to={to} isCalled={isCalled} />;
}

function Offer({ gathering, to, isCalled }: { gathering: GatheringView; to: string; isCalled: boolean }) {
  const { t } = useTranslation("running");
  const item = gathering.programme.find(({ id }) => id === gathering.currentItemId);
  useTold(isCalled ? t("move.called") : null);
  return (
    <div className={styles.offer}>
      <p className={styles.words}>
        {isCalled ? t("move.called") : t("move.now", { title: item?.title ?? gathering.title })}
        <span className={styles.calm}>{t("move.calm")}</span>
      </p>
      <Button asChild data-color="brand1">
        <Link to={to}>
          {t("move.come")}
          <Icon name="onward" />
        </Link>
      </Button>
    </div>
  );
}

/** At the board that everybody was called to. */
function Gathered({ gatheringId }: { gatheringId: string }) {
  const { t } = useTranslation("running");
  useTold(t("move.gathered"));
  return (
    <div className={styles.offer}>
      <p className={styles.words}>{t("move.gathered")}</p>
      <Button asChild variant="tertiary">
        <Link to={`/g/${gatheringId}`}>{t("move.back")}</Link>
      </Button>
    </div>
  );
}

/** Whether the gathering has gone on since this screen was opened. */
function useHasMoved(gathering: GatheringView, here: string): boolean {
  const move = moveOf(gathering);
  const [at, setAt] = useState({ here, move });
  if (at.here !== here) setAt({ here, move });
  return at.here === here && at.move !== move;
}

/** Follows a call that came while the person was here and not writing; each call once. */
function useFollowing({ id, summons, viewer }: GatheringView, here: string, isWriting: boolean): void {
  const [, navigate] = useLocation();
  const heard = useRef(summons?.id ?? null);
  useEffect(() => {
    const call = summons?.id ?? null;
    if (heard.current === call) return;
    heard.current = call;
    const to = summons && `/g/${id}/b/${summons.boardId}`;
    if (to && to !== here && !isWriting && viewer.participant && !viewer.mayLead) navigate(to);
  }, [id, summons, viewer, here, isWriting, navigate]);
}
