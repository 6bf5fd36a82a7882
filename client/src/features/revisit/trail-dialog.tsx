import { useQuery } from "@apollo/client/react";
import { CardTrailDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { isGone } from "../../live/index.js";
import { CopyButton } from "../../ui/copy-button.js";
import { Dialog } from "../../ui/dialog.js";
import { EmptyState, ErrorState, LoadingState } from "../../ui/states.js";
import { useRevisit } from "./revisit-context.js";
import { TrailDrawing } from "./trail-drawing.js";
import { pictureOf, type TrailPicture } from "./trail-picture.js";
import styles from "./trail-dialog.module.css";

/** The trail of the card in the address: where it came from, and what came of it. */
export function TrailDialog({ cardId, onClose }: { cardId: string | null; onClose: () => void }) {
  const { t } = useTranslation("revisit");
  return (
    <Dialog open={cardId !== null} onClose={onClose} title={t("trail.title")} wide hasAddress>
      {cardId && <TrailOf cardId={cardId} />}
    </Dialog>
  );
}

function TrailOf({ cardId }: { cardId: string }) {
  const { t } = useTranslation("revisit");
  const { data, previousData, error, refetch } = useQuery(CardTrailDocument, {
    variables: { id: cardId },
    fetchPolicy: "no-cache",
  });
  if (error) {
    return isGone(error) ? (
      <EmptyState icon="search" title={t("trail.gone")} />
    ) : (
      <ErrorState onRetry={() => void refetch()} />
    );
  }
  // The picture stays while the next card's is on its way: it is most often the same one.
  const trail = (data ?? previousData)?.trail;
  return trail ? <TrailBody picture={pictureOf(trail)} cardId={cardId} /> : <LoadingState />;
}

function TrailBody({ picture, cardId }: { picture: TrailPicture; cardId: string }) {
  const { t } = useTranslation("revisit");
  const { gathering } = useRevisit();
  const chosen = picture.inOrder.find(({ id }) => id === cardId);
  const address = `${window.location.origin}/g/${gathering.id}/revisit?card=${cardId}`;
  const isAlone = picture.inOrder.length < 2;
  return (
    <>
      <p className={styles.lead}>
        {isAlone ? t("trail.alone") : t("trail.lead", { count: picture.inOrder.length })}
      </p>
      <TrailDrawing picture={picture} cardId={cardId} />
      <p className={styles.ways}>
        <CopyButton text={address} label={t("trail.copy")} />
        {chosen && (
          <Link className="os-alone" to={`/g/${gathering.id}/b/${chosen.boardId}`}>
            {t("trail.toBoard")}
          </Link>
        )}
      </p>
    </>
  );
}
