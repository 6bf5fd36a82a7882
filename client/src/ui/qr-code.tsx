import { useMemo } from "react";
import { useTranslation } from "../i18n/use-translation.js";
import { encode } from "uqr";
import styles from "./qr-code.module.css";

/** An address as a QR code: always dark on white, with its quiet zone, whatever the theme. */
export function QrCode({ address, className }: { address: string; className?: string }) {
  const { t } = useTranslation("ui");
  const { size, path } = useMemo(() => drawing(address), [address]);
  return (
    <svg
      className={className ?? styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t("qr", { address })}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawing(address: string): { size: number; path: string } {
  const { size, data } = encode(address, { ecc: "M", border: 4 });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""))
    .join("");
  return { size, path };
}
