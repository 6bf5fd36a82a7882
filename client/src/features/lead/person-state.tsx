import { useTranslation } from "../../i18n/use-translation.js";
import type { GatheringView, Person } from "../../live/index.js";
import type { Here } from "./whereabouts.js";

function signOf(participantId: string, { signs, moment }: GatheringView) {
  return signs.find((sign) => sign.participantId === participantId && sign.moment === moment);
}

export function hasHandUp(participantId: string, gathering: GatheringView): boolean {
  return (signOf(participantId, gathering)?.handUpAt ?? null) !== null;
}

interface PersonStateProps {
  gathering: GatheringView;
  person: Person;
  isSeated: boolean;
  here: Here | undefined;
}

/** How far somebody has come, from the door to writing, and how their line is; in words. */
export function PersonState({ gathering, person, isSeated, here }: PersonStateProps) {
  const { t } = useTranslation("gather");
  const sign = signOf(person.id, gathering);
  const stage = here?.writing ? "writing" : isSeated ? "seated" : "joined";
  return (
    <>
      {sign?.handUpAt && <span data-strong>{t("person.hand")}</span>}
      {sign?.ready && <span>{t("person.ready")}</span>}
      <span>{t(`person.${stage}`)}</span>
      {here && here.net !== "good" && <span data-strong>{t(`person.${here.net}`)}</span>}
    </>
  );
}
