import { AddItemDocument, EditItemDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView } from "../../live/index.js";
import { Dialog } from "../../ui/dialog.js";
import { KeptNotice } from "../keeping/kept-notice.js";
import { useKeptForm } from "../keeping/use-kept-form.js";
import { ActForm } from "./act-form.js";
import { draftKeyOf } from "./begun-items.js";
import { draftOf, fieldsOf, type ItemDraft, wrongsIn } from "./item-draft.js";
import { ItemFieldset } from "./item-fieldset.js";
import type { Editing } from "./item.js";
import { useLeaderAct } from "./use-leader-act.js";

interface ItemDialogProps {
  gathering: GatheringView;
  editing: Editing | null;
  onClose: () => void;
}

/** Adds an item to the programme, or changes one. */
export function ItemDialog({ gathering, editing, onClose }: ItemDialogProps) {
  const { t } = useTranslation("lead");
  const title = t(editing && "item" in editing ? "item.editTitle" : "item.addTitle");
  return (
    <Dialog open={editing !== null} onClose={onClose} title={title}>
      {editing && <ItemForm gathering={gathering} editing={editing} onDone={onClose} />}
    </Dialog>
  );
}

interface ItemFormProps {
  gathering: GatheringView;
  editing: Editing;
  onDone: () => void;
}

function ItemForm({ gathering, editing, onDone }: ItemFormProps) {
  const { t } = useTranslation("lead");
  const form = useKeptForm(draftKeyOf(gathering.id, editing), standingIn(gathering, editing));
  const [tried, setTried] = useState(false);
  const { save, isBusy, problem } = useSave(gathering.id, editing);
  const wrongs = wrongsIn(form.value);
  const submit = async () => {
    setTried(true);
    if (form.clashes.length > 0 || Object.values(wrongs).includes(true)) return;
    if (!(await save(form.value))) return;
    form.clear();
    onDone();
  };
  const names = { title: t("item.title"), instruction: t("item.instruction") };
  return (
    <ActForm act={t("save")} isBusy={isBusy} problem={problem} onSubmit={submit} onCancel={onDone}>
      <KeptNotice form={form} names={names} />
      <ItemFieldset draft={form.value} wrongs={tried ? wrongs : null} onChange={form.set} />
    </ActForm>
  );
}

/** The item as it is now, whoever changed it while the window was open; as it was then, where it was taken away. */
function standingIn({ programme }: GatheringView, editing: Editing): ItemDraft {
  if (!("item" in editing)) return draftOf(null);
  return draftOf(programme.find(({ id }) => id === editing.item.id) ?? editing.item);
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
