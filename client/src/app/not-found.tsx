import { DoorState } from "../ui/states.js";
import { useTranslation } from "../i18n/use-translation.js";
import { Page } from "../ui/page.js";

/** For addresses that lead nowhere, and for things the caller may not see: the two look the same. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")} width="narrow">
      <DoorState icon="search" title={t("notFound.body")} back={t("notFound.back")} />
    </Page>
  );
}
