import { Button } from "../../ui/button.js";
import { type ViewerHomeQuery, ViewerHomeId } from "@ordskifte/schema";
import { useTranslation } from "../../i18n/use-translation.js";
import { Link } from "wouter";
import { usePlainQuery } from "../../app/plain-query.js";
import { Icon } from "../../ui/icons.js";
import { SignedIn } from "./signed-in.js";
import styles from "./way-back.module.css";

/** Back to the last gathering, and to the rest of what this caller belongs to. Nothing for a newcomer. */
export function WayBack() {
  const { t } = useTranslation("door");
  const { data, again } = usePlainQuery<ViewerHomeQuery>(ViewerHomeId, {});
  const gatherings = data?.viewer.gatherings ?? [];
  const networks = data?.viewer.networks ?? [];
  const last = gatherings.find(({ state }) => state === "LIVE") ?? gatherings[0];
  const others = gatherings.filter(({ id }) => id !== last?.id);
  return (
    <>
      {last && (
        <Button asChild variant="secondary" data-fullwidth className={styles.last}>
          <Link to={`/g/${last.id}`}>
            <Icon name="back" />
            {t("back", { title: last.title })}
          </Link>
        </Button>
      )}
      <Places title={t("gatherings")} places={others.map(({ id, title }) => ({ to: `/g/${id}`, title }))} />
      <Places
        title={t("networks")}
        places={networks.map(({ id, name }) => ({ to: `/n/${id}`, title: name }))}
      />
      {data?.viewer.person && (
        <Link to="/meg" className={styles.place}>
          {t("aboutMe")}
          <Icon name="onward" />
        </Link>
      )}
      {networks.length > 0 && <SignedIn name={data?.viewer.person?.name ?? ""} onSignedOut={again} />}
    </>
  );
}

function Places({ title, places }: { title: string; places: { to: string; title: string }[] }) {
  if (places.length === 0) return null;
  return (
    <nav aria-label={title} className={styles.places}>
      <h2 className={styles.heading}>{title}</h2>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to} className={styles.place}>
              {place.title}
              <Icon name="onward" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
