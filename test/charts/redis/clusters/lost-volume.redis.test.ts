import { setTimeout as delay } from "node:timers/promises";
import { readyScript, startedScript } from "../../../../charts/redis/clusters/server-scripts";
import { describeRedis } from "../../../redis/server/describe-redis";
import { address, eventually, replication, runScript, SixServers, startServer, succeeds } from "./real-servers";

/** Elections after two seconds instead of fifteen. */
const QUICK = { "cluster-node-timeout": "2000" };

describeRedis("servers without data, with six real servers", () => {
  let servers: SixServers;
  beforeAll(async () => {
    servers = await SixServers.start(QUICK);
  });
  afterAll(async () => {
    await servers.stop();
  });

  const ready = (number: number) => succeeds(readyScript(), servers.serverEnvironment(number));
  const started = (number: number) => succeeds(startedScript(), servers.serverEnvironment(number));
  const role = async (number: number) => (await replication(servers.number(number))).role;
  const allReady = async () => {
    for (const number of servers.all.keys()) if (!(await ready(number))) return false;
    return true;
  };

  test("are started and ready before there is a cluster, all six", async () => {
    for (const number of servers.all.keys()) expect([await started(number), await ready(number)]).toEqual([true, true]);
    await servers.bootstrap();
    expect(await allReady()).toBe(true);
    // Slot 7365, of the second shard.
    await servers.number(1).command("SET", "c", "full");
    await servers.number(1).command("WAIT", "1", "5000");
  });

  test("a replica that lost its volume isn't ready until it follows its primary again, which nobody has to tell it", async () => {
    await servers.replace(3, await startServer(QUICK));
    await eventually(() => started(3));
    expect(await ready(3)).toBe(false);
    await eventually(() => ready(3));
    expect((await servers.topology())[3]).toBe("follows 0");
  });

  test("a primary that lost its volume waits for its replica to be elected, and follows it: nothing is lost", async () => {
    await servers.replace(1, await startServer(QUICK));
    await eventually(() => started(1));
    // Its replica still follows the one that is gone, or has just taken over.
    expect(await ready(1)).toBe(false);
    await eventually(() => ready(1));
    const topology = await servers.topology();
    expect([topology[1], topology[4]]).toEqual(["follows 4", "5461-10922"]);
    expect(await servers.number(4).command("GET", "c")).toBe("full");
    expect(await servers.number(1).command("DBSIZE")).toBe(1);
    await eventually(allReady);
  });

  test("one that has heard nothing of a cluster that its peer is in isn't started", async () => {
    const [peer, fresh] = await Promise.all([startServer(QUICK), startServer(QUICK)]);
    try {
      const env = { REDIS_PORT: String(fresh.port), PEERS: address(peer) };
      await peer.command("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
      // An address that nobody has: MEET leads nowhere.
      await peer.command("CONFIG", "SET", "cluster-announce-ip", "192.0.2.1");
      expect(await succeeds(startedScript(), env)).toBe(false);
      await peer.command("CONFIG", "SET", "cluster-announce-ip", "127.0.0.1");
      await eventually(() => succeeds(startedScript(), env));
    } finally {
      await Promise.all([peer.stop(), fresh.stop()]);
    }
  });

  test("a server with keys keeps them, and stays unready: what it has may be all that is left", async () => {
    const fresh = await startServer(QUICK);
    await fresh.command("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
    await delay(2_500);
    await fresh.command("SET", "c", "older");
    await fresh.command("CLUSTER", "DELSLOTSRANGE", "0", "16383");
    await servers.replace(3, fresh);
    await eventually(() => started(3));
    for (let attempt = 0; attempt < 5; attempt++) expect(await ready(3)).toBe(false);
    expect([await role(3), await fresh.command("DBSIZE")]).toEqual(["master", 1]);
    await fresh.command("FLUSHALL");
    await eventually(() => ready(3));
  });

  test("a server whose partner has no slots either, or doesn't answer, is left as it is", async () => {
    const stranger = await startServer(QUICK);
    const silent = "127.0.0.1:1";
    try {
      const env = (partner: string) => ({
        ...servers.serverEnvironment(0),
        REDIS_PORT: String(stranger.port),
        PARTNER: partner,
      });
      await eventually(() => succeeds(startedScript(), env(silent)));
      for (const partner of [silent, address(stranger), address(servers.number(3))]) {
        await expect(runScript(readyScript(), env(partner))).rejects.toThrow("exit code 1");
      }
      expect((await replication(stranger)).role).toBe("master");
    } finally {
      await stranger.stop();
    }
  });
});
