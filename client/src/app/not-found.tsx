import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Page } from "../ui/page.js";
import { EmptyState } from "../ui/states.js";

/** For addresses that lead nowhere, and for things the caller may not see: the two look the same. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")} width="narrow">
      <EmptyState
        icon="search"
        title={t("notFound.body")}
        action={<Link to="/">{t("notFound.back")}</Link>}
      />
    </Page>
  );
}
