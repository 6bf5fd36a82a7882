import { Button } from "../../ui/button.js";
import { limits } from "@ordskifte/schema";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import styles from "./search-form.module.css";

/** Words to look for. The server knows how Norwegian words are inflected. */
export function SearchForm({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const { t } = useTranslation("revisit");
  const [typed, setTyped] = useState(words);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <input
        type="search"
        className="ds-input"
        value={typed}
        maxLength={limits.search}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t("search.label")}
        placeholder={t("search.label")}
        enterKeyHint="search"
      />
      <Button type="submit" variant="secondary" icon aria-label={t("search.do")}>
        <Icon name="search" />
      </Button>
    </form>
  );
}
