import { processTerminal } from "../../../sandbox/engine/terminal";
import { redisServer } from "../../redis/server/redis-package";

/** What the project `redis` needs. Where it can't be had, the tests say so. */
export default async function prepare(): Promise<void> {
  try {
    await redisServer(processTerminal());
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
  }
}
