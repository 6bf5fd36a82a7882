import type { GraphQLSchema } from "graphql";
import { liveShapes } from "../live-shapes.js";
import { createCommit } from "../live/commit.js";
import { liveTables } from "../live/live-table.js";
import type { App } from "../modules/context.js";
import { Gathering } from "../modules/gatherings/index.js";
import { Network } from "../modules/networks/index.js";
import { DemoApi, StoryClock } from "./api.js";
import { foundNetwork, networkId } from "./network.js";
import { playStory } from "./story.js";

/** Nobody listens yet: what the demo writes is read when people come. */
const silently = (): void => undefined;

const inStoryTime = (app: App, clock: StoryClock): App => ({
  ...app,
  clock,
  commit: createCommit({
    pool: app.pool,
    tables: liveTables(app.source, liveShapes),
    clock,
    onMoved: silently,
  }),
});

const GATHERINGS = 3;

/** True for a database with nothing in it, and for one whose loading was cut short. */
export const wantsDemo = async ({ source }: App): Promise<boolean> => {
  const networks = await source.manager.count(Network);
  if (networks === 0) return true;
  const isOurs = networks === 1 && (await source.manager.existsBy(Network, { id: networkId }));
  return isOurs && (await source.manager.countBy(Gathering, { networkId })) < GATHERINGS;
};

const FOUNDED_BEFORE_MS = 700 * 24 * 60 * 60_000;

/** The story's today: that of the first attempt, so that what is repeated is the same to the letter. */
const beginningOf = async ({ source, clock }: App): Promise<Date> => {
  const network = await source.manager.findOneBy(Network, { id: networkId });
  return network ? new Date(network.createdAt.getTime() + FOUNDED_BEFORE_MS) : clock.now();
};

/** Plays the story of an invented network through the API. May be repeated where it was cut short: what was done is not done again. */
export const loadDemo = async (app: App, schema: GraphQLSchema): Promise<void> => {
  const now = await beginningOf(app);
  const clock = new StoryClock();
  const network = await foundNetwork(app, new Date(now.getTime() - FOUNDED_BEFORE_MS));
  const inStory = inStoryTime(app, clock);
  const api = new DemoApi(inStory, schema);
  await playStory({ app: inStory, api, network, clock }, now);
};
