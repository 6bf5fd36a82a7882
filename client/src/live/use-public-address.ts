import { useQuery } from "@apollo/client/react";
import { PublicAddressDocument } from "@ordskifte/schema";

/** Where phones find us: the server knows better than this window, which may be at a name that means "this machine". */
export function usePublicAddress(): string {
  const { data } = useQuery(PublicAddressDocument);
  return data?.publicAddress ?? window.location.origin;
}
