import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { Notice } from "../../ui/notice.js";
import type { Fields } from "./kept-form.js";
import styles from "./kept-notice.module.css";
import type { KeptFormState } from "./use-kept-form.js";

interface KeptNoticeProps<T extends Fields> {
  form: KeptFormState<T>;
  /** What the fields of words are called; what they say is shown where somebody else has changed them. */
  names: { readonly [Name in keyof T & string]?: string };
}

/** Above the fields: that one goes on where one left off, what others have changed since, and what cannot be kept. */
export function KeptNotice<T extends Fields>({ form, names }: KeptNoticeProps<T>) {
  const { t } = useTranslation("keeping");
  return (
    <>
      {form.clashes.length > 0 ? (
        <Clash form={form} names={names} />
      ) : (
        form.isResumed && (
          <Notice
            icon="pen"
            actions={
              <Button type="button" data-size="sm" variant="secondary" onClick={form.clear}>
                {t("afresh")}
              </Button>
            }
          >
            {t("resumed")}
          </Notice>
        )
      )}
      {!form.isKept && <p role="alert">{t("notKept")}</p>}
    </>
  );
}

function Clash<T extends Fields>({ form, names }: KeptNoticeProps<T>) {
  const { t } = useTranslation("keeping");
  const actions = (
    <>
      <Button type="button" data-size="sm" variant="secondary" onClick={() => form.settle("theirs")}>
        {t("theirs")}
      </Button>
      <Button type="button" data-size="sm" variant="tertiary" onClick={() => form.settle("mine")}>
        {t("mine")}
      </Button>
    </>
  );
  return (
    <Notice icon="people" role="alert" actions={actions}>
      <p>{t("clash")}</p>
      <ul>
        {form.clashes.map((field) => (
          <li key={field}>
            <span className={styles.name}>{names[field] ?? t("setting")}</span>
            {names[field] && <q>{String(form.stands[field])}</q>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
