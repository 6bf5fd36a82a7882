import { Button } from "../../ui/button.js";
import { FreezeBoardDocument } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import type { BoardView } from "../../live/index.js";
import { Icon } from "../../ui/icons.js";
import { useBoardCommand } from "./use-board-command.js";

/** For leaders: stops and starts all writing on the board. */
export function FreezeButton({ board }: { board: BoardView }) {
  const { t } = useTranslation("board");
  const { run, problem, isBusy } = useBoardCommand(FreezeBoardDocument);
  return (
    <div>
      <Button
        variant="secondary"
        data-size="sm"
        disabled={isBusy}
        onClick={() => void run({ boardId: board.id, frozen: !board.frozen })}
      >
        <Icon name="frozen" />
        {t(board.frozen ? "action.thaw" : "action.freeze")}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
