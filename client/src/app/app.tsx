import { BrowserRouter } from "react-router";
import { LiveProvider, type Live } from "../live/index.js";
import { AnnouncerProvider } from "../ui/announcer.js";
import { ErrorBoundary } from "./error-boundary.js";
import { AppRoutes } from "./routes.js";

export function App({ live }: { live: Live }) {
  return (
    <ErrorBoundary>
      <AnnouncerProvider>
        <LiveProvider live={live}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </LiveProvider>
      </AnnouncerProvider>
    </ErrorBoundary>
  );
}
