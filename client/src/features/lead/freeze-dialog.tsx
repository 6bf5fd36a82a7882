import { useQuery } from "@apollo/client/react";
import { Button } from "../../ui/button.js";
import { BoardStateDocument, FreezeBoardDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Dialog } from "../../ui/dialog.js";
import { ActButton } from "./act-button.js";
import type { GroupLife } from "./group-life.js";
import { Problem } from "./problem.js";
import { useLeaderAct } from "./use-leader-act.js";
import { useGroupName } from "./use-group-name.js";
import styles from "./rows.module.css";

interface FreezeDialogProps {
  lives: readonly GroupLife[];
  open: boolean;
  onClose: () => void;
}

/** Stops and starts writing, board by board, in the order of the groups' numbers. */
export function FreezeDialog({ lives, open, onClose }: FreezeDialogProps) {
  const { t } = useTranslation("lead");
  const groups = lives.map(({ group }) => group).toSorted((left, right) => left.number - right.number);
  const close = (
    <Button variant="secondary" onClick={onClose}>
      {t("done")}
    </Button>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("freeze.title")} actions={close}>
      <p className={styles.lead}>{t("freeze.body")}</p>
      <ul className={styles.rows}>
        {groups.map((group) => (
          <FreezeRow key={group.id} group={group} />
        ))}
      </ul>
    </Dialog>
  );
}

function FreezeRow({ group }: { group: GroupLife["group"] }) {
  const { t } = useTranslation("lead");
  const name = useGroupName()(group);
  const { data } = useQuery(BoardStateDocument, {
    variables: { id: group.boardId },
    fetchPolicy: "cache-and-network",
  });
  const { run, isBusy, problem } = useLeaderAct(FreezeBoardDocument);
  const frozen = data?.board.frozen ?? false;
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      <ActButton
        variant={frozen ? "primary" : "secondary"}
        data-size="sm"
        icon="frozen"
        isBusy={isBusy || !data}
        aria-label={t(frozen ? "freeze.thawGroup" : "freeze.freezeGroup", { group: name })}
        onPress={() => void run({ boardId: group.boardId, frozen: !frozen })}
      >
        {t(frozen ? "freeze.thaw" : "freeze.freeze")}
      </ActButton>
      <Problem text={problem} />
    </li>
  );
}
