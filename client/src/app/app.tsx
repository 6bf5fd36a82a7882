import { AnnouncerProvider } from "../ui/announcer.js";
import { ErrorBoundary } from "./error-boundary.js";
import { AppRoutes } from "./routes.js";

export function App() {
  return (
    <ErrorBoundary>
      <AnnouncerProvider>
        <AppRoutes />
      </AnnouncerProvider>
    </ErrorBoundary>
  );
}
