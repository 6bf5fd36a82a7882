import "./theme/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.js";
import { keepFocus } from "./app/keep-focus.js";
import { keepShell } from "./app/keep-shell.js";
import { startI18n } from "./i18n/i18n.js";

const place = document.getElementById("root");
if (!place) throw new Error("The page has no #root");

// Only phones that lack them pay for what is filled in.
if (!("toSorted" in Array.prototype && "timeout" in AbortSignal))
  (await import("./app/older-browsers.js")).fillIn();
await startI18n();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

keepFocus();
keepShell();
