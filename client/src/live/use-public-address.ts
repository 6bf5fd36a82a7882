import { PublicAddressDocument } from "@ordskifte/schema";
import { useEffect, useState } from "react";
import { useLive } from "./live-provider.js";

/** Where phones find us, by the server's word; null until it has told. */
export function useToldAddress(): string | null {
  const { server } = useLive();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    server.ask(PublicAddressDocument, {}).then(
      ({ publicAddress }) => setAddress(publicAddress),
      () => undefined,
    );
  }, [server]);
  return address;
}

/** Where phones find us: the server knows better than this window, which may be at a name that means "this machine". */
export function usePublicAddress(): string {
  return useToldAddress() ?? window.location.origin;
}
