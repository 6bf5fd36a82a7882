import { AddItemDocument, EditItemDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Dialog } from "../../ui/dialog.js";
import { ActForm } from "./act-form.js";
import { draftOf, fieldsOf, type ItemDraft, wrongsIn } from "./item-draft.js";
import { ItemFieldset } from "./item-fieldset.js";
import type { Editing } from "./item.js";
import { useLeaderAct } from "./use-leader-act.js";

interface ItemDialogProps {
  gatheringId: string;
  editing: Editing | null;
  onClose: () => void;
}

/** Adds an item at the end of the programme, or changes one. */
export function ItemDialog({ gatheringId, editing, onClose }: ItemDialogProps) {
  const { t } = useTranslation("lead");
  const title = t(editing && "item" in editing ? "item.editTitle" : "item.addTitle");
  return (
    <Dialog open={editing !== null} onClose={onClose} title={title}>
      {editing && <ItemForm gatheringId={gatheringId} editing={editing} onDone={onClose} />}
    </Dialog>
  );
}

interface ItemFormProps {
  gatheringId: string;
  editing: Editing;
  onDone: () => void;
}

function ItemForm({ gatheringId, editing, onDone }: ItemFormProps) {
  const { t } = useTranslation("lead");
  const [draft, setDraft] = useState<ItemDraft>(() => draftOf("item" in editing ? editing.item : null));
  const [tried, setTried] = useState(false);
  const { save, isBusy, problem } = useSave(gatheringId, editing);
  const wrongs = wrongsIn(draft);
  const submit = async () => {
    setTried(true);
    if (Object.values(wrongs).includes(true)) return;
    if (await save(draft)) onDone();
  };
  return (
    <ActForm act={t("save")} isBusy={isBusy} problem={problem} onSubmit={submit} onCancel={onDone}>
      <ItemFieldset draft={draft} wrongs={tried ? wrongs : null} onChange={setDraft} />
    </ActForm>
  );
}

function useSave(gatheringId: string, editing: Editing) {
  const add = useLeaderAct(AddItemDocument);
  const edit = useLeaderAct(EditItemDocument);
  const save = (draft: ItemDraft) => {
    const item = fieldsOf(draft);
    return "item" in editing
      ? edit.run({ itemId: editing.item.id, item })
      : add.run({ gatheringId, item, afterItemId: editing.after?.id ?? null });
  };
  return { save, isBusy: add.isBusy || edit.isBusy, problem: add.problem ?? edit.problem };
}
