import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../start/launch.js";

export const isRedisPresent = (): boolean => spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis of one's own, for hints alone: nothing of it is kept. */
export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", settings, { stdio: "ignore" });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = once(child, "exit");
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}.`);
    await delay(20);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      process.off("exit", kill);
      child.kill("SIGTERM");
      await ended;
    },
  };
};

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};
