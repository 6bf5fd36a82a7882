import { type CardsOfErased, ErasePersonDocument } from "@ordskifte/schema";
import { useState } from "react";
import { become, Unanswered } from "../../app/become.js";
import { markSignedIn } from "../../app/signed-in-here.js";
import { useTranslation } from "../../i18n/use-translation.js";
import { Button } from "../../ui/button.js";
import { Dialog } from "../../ui/dialog.js";
import { Heading } from "../../ui/heading.js";
import styles from "./own-data-screen.module.css";

const CHOICES = { ANONYMISE: "anonymise", WITHDRAW: "withdraw" } as const;

/** Asks what becomes of the cards, then once more, and erases. */
export function EraseMe({ onErased }: { onErased: () => void }) {
  const { t } = useTranslation("ownData");
  const [cards, setCards] = useState<CardsOfErased>("ANONYMISE");
  const [isAsking, setAsking] = useState(false);
  const { state, erase } = useErasing(cards, onErased);
  return (
    <section className={styles.part}>
      <Heading level={2} data-size="sm">
        {t("eraseTitle")}
      </Heading>
      <p>{t("eraseBody")}</p>
      <CardsChoice cards={cards} onChoose={setCards} />
      <Button data-color="danger" variant="secondary" onClick={() => setAsking(true)}>
        {t("erase")}
      </Button>
      <Dialog open={isAsking} onClose={() => setAsking(false)} title={t("eraseTitle")}>
        <p>{t("eraseBody")}</p>
        <p role="alert">{state === "failed" && t("failed")}</p>
        <p className={styles.buttons}>
          <Button data-color="danger" loading={state === "busy"} onClick={() => void erase()}>
            {t("sure")}
          </Button>
          <Button variant="tertiary" onClick={() => setAsking(false)}>
            {t("cancel")}
          </Button>
        </p>
      </Dialog>
    </section>
  );
}

interface CardsChoiceProps {
  cards: CardsOfErased;
  onChoose: (cards: CardsOfErased) => void;
}

function CardsChoice({ cards, onChoose }: CardsChoiceProps) {
  const { t } = useTranslation("ownData");
  return (
    <div className={styles.choices} role="radiogroup" aria-labelledby="own-cards">
      <p id="own-cards">{t("cards")}</p>
      {(Object.keys(CHOICES) as CardsOfErased[]).map((choice) => (
        <label key={choice} className={styles.choice}>
          <input type="radio" name="cards" checked={cards === choice} onChange={() => onChoose(choice)} />
          {t(CHOICES[choice])}
        </label>
      ))}
    </div>
  );
}

function useErasing(cards: CardsOfErased, onErased: () => void) {
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const erase = async () => {
    setState("busy");
    try {
      await become(ErasePersonDocument, { cards, myself: true }, "PersonErased");
      markSignedIn(false);
      onErased();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      setState("failed");
    }
  };
  return { state, erase };
}
