import { type ViewerNetworksQuery, ViewerNetworksId } from "@ordskifte/schema";
import { useTranslation } from "../i18n/use-translation.js";
import { Link } from "wouter";
import { Icon } from "../ui/icons.js";
import styles from "./network-link.module.css";
import { usePlainQuery } from "./plain-query.js";

/** For members, the way to their network from everywhere; with several networks, to where they are listed. */
export default function NetworkLink() {
  const { t } = useTranslation();
  const { data } = usePlainQuery<ViewerNetworksQuery>(ViewerNetworksId, {});
  const [network, ...more] = data?.viewer.networks ?? [];
  if (!network) return null;
  return (
    <Link
      to={more.length > 0 ? "/" : `/n/${network.id}`}
      className={styles.link}
      title={more.length > 0 ? undefined : network.name}
    >
      <Icon name="people" />
      <span>{t("toNetwork")}</span>
    </Link>
  );
}
