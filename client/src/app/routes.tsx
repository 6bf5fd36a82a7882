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
const Lead = lazyScreen(() => import("../features/lead/lead-screen.js"), "lead", "running", "gather", "join");
const Plan = lazyScreen(() => import("../features/plan/plan-screen.js"), "plan", "lead", "gathering");
const Preflight = lazyScreen(() => import("../features/preflight/preflight-screen.js"), "preflight");
const Preparation = lazyScreen(() => import("../features/plan/preparation-screen.js"), "plan", "lead");
const Groups = lazyScreen(() => import("../features/plan/groups-screen.js"), "plan", "lead", "join");
const Plenary = lazyScreen(() => import("../features/plenary/plenary-screen.js"), "plenary", "lead");
const Revisit = lazyScreen(() => import("../features/revisit/revisit-screen.js"), "revisit");
// A new unit has the same fields here as at the door.
const Network = lazyScreen(() => import("../features/network/network-screen.js"), "network", "join");
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

const ApolloGate = lazy(() => persistently(() => import("../live/apollo-gate.js")));

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

/** Those that also ask questions of their own, which nobody hears the answers to live. */
function AskingScreens() {
  return (
    <ApolloGate>
      <Switch>
        <Route path="/g/:gatheringId/lead" component={Lead} />
        <Route path="/g/:gatheringId/plan" component={Plan} />
        <Route path="/g/:gatheringId/preflight" component={Preflight} />
        <Route path="/g/:gatheringId/preparation" component={Preparation} />
        <Route path="/g/:gatheringId/groups" component={Groups} />
        <Route path="/g/:gatheringId/revisit" component={Revisit} />
        <Route path="/n/:networkId" component={Network} />
        <Route component={NotFound} />
      </Switch>
    </ApolloGate>
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
