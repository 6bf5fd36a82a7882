import { PublicAddressDocument } from "@ordskifte/schema";
import { useEffect, useState } from "react";
import { useLive } from "./live-provider.js";

/** Where phones find us: the server knows better than this window, which may be at a name that means "this machine". */
export function usePublicAddress(): string {
  const { server } = useLive();
  const [address, setAddress] = useState(window.location.origin);
  useEffect(() => {
    server.ask(PublicAddressDocument, {}).then(
      ({ publicAddress }) => setAddress(publicAddress),
      () => undefined,
    );
  }, [server]);
  return address;
}
