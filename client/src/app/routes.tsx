import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { LoadingState } from "../ui/states.js";
import { lazyScreen } from "./lazy-screen.js";
import { liveLayer } from "./live-layer.js";
import { NotFound } from "./not-found.js";
import { persistently } from "./persistently.js";
import { Shell } from "./shell.js";
import { whenIdle } from "./when-idle.js";

// Each screen is a chunk of its own with its own texts, so that a phone fetches only the way it goes.
const Door = lazyScreen(() => import("../features/door/door-screen.js"), "door");
const Join = lazyScreen(() => import("../features/join/join-screen.js"), "join");
const SignIn = lazyScreen(() => import("../features/sign-in/sign-in-screen.js"), "signIn");
const OwnData = lazyScreen(() => import("../features/own-data/own-data-screen.js"), "ownData", "join");
const MyGathering = lazyScreen(() => import("../features/gathering/gathering-screen.js"), "gathering");
const BallotPaper = lazyScreen(() => import("../features/gathering/ballot-screen.js"), "gathering");
const Board = lazyScreen(() => import("../features/board/board-screen.js"), "board");
const Plenary = lazyScreen(() => import("../features/plenary/plenary-screen.js"), "plenary", "lead");
const StylePage = import.meta.env.DEV ? lazyScreen(() => import("../features/style/style-page.js")) : null;

const LiveGate = lazy(async () => {
  const [live, { liveGate }] = await Promise.all([liveLayer(), fetchGate()]);
  return { default: liveGate(live) };
});
const LiveShell = lazy(async () => {
  const { LiveShell: Frame } = await fetchGate();
  // A dead spot in the hall must not stand between a person and what she is to do next.
  whenIdle(() => [MyGathering, Board, BallotPaper].forEach((screen) => screen.prepare()));
  return { default: Frame };
});

// With them the table of their own chunks, which a participant never needs.
const AskingScreens = lazy(() => persistently(() => import("./asking-screens.js")));

function fetchGate() {
  return persistently(() => import("./live-gate.js"));
}

export function AppRoutes() {
  return (
    <Suspense fallback={<LoadingState />}>
      <Switch>
        <Route path="/g/:gatheringId/plenary">
          <LiveGate>
            <Plenary />
          </LiveGate>
        </Route>
        <Route path={/^\/[gn]\/./}>
          <LiveScreens />
        </Route>
        <Route>
          <DoorScreens />
        </Route>
      </Switch>
    </Suspense>
  );
}

/** The screens that know what happens in the hall. */
function LiveScreens() {
  return (
    <LiveGate>
      <LiveShell>
        <Switch>
          <Route path="/g/:gatheringId" component={MyGathering} />
          <Route path="/g/:gatheringId/vote/:roundId" component={BallotPaper} />
          <Route path="/g/:gatheringId/b/:boardId" component={Board} />
          <Route>
            <AskingScreens />
          </Route>
        </Switch>
      </LiveShell>
    </LiveGate>
  );
}

/** The screens that stand before the live layer. */
function DoorScreens() {
  return (
    <Shell>
      <Switch>
        <Route path="/" component={Door} />
        <Route path="/j/:code" component={Join} />
        <Route path="/inn/:token" component={SignIn} />
        <Route path="/meg" component={OwnData} />
        {StylePage && <Route path="/stil" component={StylePage} />}
        <Route component={NotFound} />
      </Switch>
    </Shell>
  );
}
