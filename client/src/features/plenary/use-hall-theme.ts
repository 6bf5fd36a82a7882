import { useState } from "react";

type Scheme = "light" | "dark";

const remembered = "ordskifte.hall.scheme";

/** Light on this projector, until somebody has chosen dark with D. */
export function useHallTheme(): { scheme: Scheme; toggle: () => void } {
  const [scheme, setScheme] = useState<Scheme>(() =>
    localStorage.getItem(remembered) === "dark" ? "dark" : "light",
  );
  const toggle = () => {
    const other = scheme === "dark" ? "light" : "dark";
    localStorage.setItem(remembered, other);
    setScheme(other);
  };
  return { scheme, toggle };
}
