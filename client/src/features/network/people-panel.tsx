import { useQuery } from "@apollo/client/react";
import { Button } from "../../ui/button.js";
import { limits, NetworkMembersDocument, type NetworkMembersQuery } from "@ordskifte/schema";
import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.js";
import { Icon } from "../../ui/icons.js";
import { useUntilAnswered } from "../../live/index.js";
import { FetchingState } from "../../ui/fetching-state.js";
import { AddMember } from "./add-member.js";
import type { NetworkHome } from "./network-home.js";
import styles from "./panels.module.css";
import { leads, rolesGivenBy } from "./roles.js";
import { SignInLinkButton } from "./sign-in-link.js";

type Member = NetworkMembersQuery["network"]["members"]["edges"][number]["node"];

/** Who belongs to the network and what they are to it. Guests of a gathering are not in this list. */
export function PeoplePanel({ network, personId }: { network: NetworkHome; personId: string | null }) {
  const { t } = useTranslation("network");
  const [isAdding, setAdding] = useState(false);
  const asked = useQuery(NetworkMembersDocument, {
    variables: { id: network.id, first: limits.membersPage },
  });
  const { data, refetch, fetchMore } = asked;
  const isFailed = useUntilAnswered(asked);
  const members = data?.network.members;
  const end = members?.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
  return (
    <section>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t("people.title")}</h2>
        {leads(network.viewerRole) && (
          <Button variant="secondary" data-size="sm" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t("people.add")}
          </Button>
        )}
      </header>
      {!members && <FetchingState isFailed={isFailed} onRetry={refetch} />}
      <ul className={styles.people}>
        {members?.edges.map(({ node }) => (
          <MemberRow
            key={node.id}
            member={node}
            mayLink={
              rolesGivenBy(network.viewerRole).includes(node.role) ||
              (leads(network.viewerRole) && node.person.id === personId)
            }
          />
        ))}
      </ul>
      {end && (
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() => void fetchMore({ variables: { after: end } })}
        >
          {t("people.more")}
        </Button>
      )}
      {isAdding && (
        <AddMember network={network} onAdded={() => void refetch()} onClose={() => setAdding(false)} />
      )}
    </section>
  );
}

function MemberRow({ member, mayLink }: { member: Member; mayLink: boolean }) {
  const { t } = useTranslation("network");
  const about = [t(`roles.${member.role}`), member.unit?.name].filter(Boolean).join(" · ");
  return (
    <li className={styles.person}>
      <p>
        <strong>{member.person.name}</strong>
        <span className={styles.about}>{about}</span>
      </p>
      {mayLink && <SignInLinkButton membershipId={member.id} name={member.person.name} />}
    </li>
  );
}
