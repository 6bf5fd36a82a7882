import { Suspense } from "react";
import { Route, Routes } from "react-router";
import { LoadingState } from "../ui/states.js";
import { lazyScreen } from "./lazy-screen.js";
import { NotFound } from "./not-found.js";
import { Shell } from "./shell.js";

// Each screen is a chunk of its own with its own texts, so that a phone fetches only the way it goes.
const Door = lazyScreen(() => import("../features/door/door-screen.js"), "door");
const StylePage = import.meta.env.DEV ? lazyScreen(() => import("../features/style/style-page.js")) : null;

export function AppRoutes() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Door />} />
          {StylePage && <Route path="stil" element={<StylePage />} />}
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
