import { useTranslation } from "../i18n/use-translation.js";
import { Link } from "wouter";
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
        action={
          <Link className="os-alone" to="/">
            {t("notFound.back")}
          </Link>
        }
      />
    </Page>
  );
}
