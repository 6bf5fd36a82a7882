import { useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { useAnnounce } from "../../ui/announcer.js";

/** Says it when the gathering moves on; nothing is taken from under anybody's fingers. */
export function useNewPartAnnounced(item: { id: string; title: string } | null): void {
  const { t } = useTranslation("gathering");
  const announce = useAnnounce();
  const before = useRef(item?.id);
  useEffect(() => {
    if (item && item.id !== before.current) announce(t("itemChanged", { title: item.title }));
    before.current = item?.id;
  }, [item, announce, t]);
}
