import { Button } from "../../ui/button.js";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { download } from "../../ui/download.js";
import { Icon } from "../../ui/icons.js";
import { type Dated, eventsOf } from "./calendar.js";

/** Puts the gathering in the participant's own calendar. Made on this device; nothing is sent anywhere. */
export function CalendarButton({ gathering }: { gathering: Dated }) {
  const { t } = useTranslation("gathering");
  const [problem, setProblem] = useState(false);
  const save = async () => {
    const text = await calendarOf(gathering);
    setProblem(text === null);
    if (text !== null) download(`${gathering.title}.ics`, "text/calendar", text);
  };
  return (
    <div>
      <Button variant="secondary" onClick={() => void save()}>
        <Icon name="save" />
        {t("calendar.save")}
      </Button>
      <p role="alert">{problem && t("calendar.trouble")}</p>
    </div>
  );
}

/** Null where it could not be made: most often the net is gone, and the maker is not here yet. */
async function calendarOf(gathering: Dated): Promise<string | null> {
  try {
    const [{ createEvents }, { foldedAnew }] = await Promise.all([import("ics"), import("./folding.js")]);
    const { value } = createEvents(eventsOf(gathering, `${location.origin}/g/${gathering.id}`));
    return value ? foldedAnew(value) : null;
  } catch {
    return null;
  }
}
