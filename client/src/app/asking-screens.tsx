import { Route, Switch } from "wouter";
import ApolloGate from "../live/apollo-gate.js";
import { lazyScreen } from "./lazy-screen.js";
import { NotFound } from "./not-found.js";

const Lead = lazyScreen(() => import("../features/lead/lead-screen.js"), "lead", "running", "gather", "join");
const Plan = lazyScreen(() => import("../features/plan/plan-screen.js"), "plan", "lead", "gathering");
const Preflight = lazyScreen(() => import("../features/preflight/preflight-screen.js"), "preflight");
const Preparation = lazyScreen(() => import("../features/plan/preparation-screen.js"), "plan", "lead");
const Groups = lazyScreen(() => import("../features/plan/groups-screen.js"), "plan", "lead", "join");
const Revisit = lazyScreen(() => import("../features/revisit/revisit-screen.js"), "revisit");
// A new unit has the same fields here as at the door.
const Network = lazyScreen(() => import("../features/network/network-screen.js"), "network", "join");

/** Those that also ask questions of their own, which nobody hears the answers to live. */
export default function AskingScreens() {
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
