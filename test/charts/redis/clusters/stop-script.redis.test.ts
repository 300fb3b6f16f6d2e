import { setTimeout as delay } from "node:timers/promises";
import { stopScript } from "../../../../charts/redis/clusters/server-scripts";
import { describeRedis } from "../../../redis/server/describe-redis";
import type { RunningRedis } from "../../../redis/server/start-redis";
import { eventually, replication, runScript, SixServers, startServer } from "./real-servers";

describeRedis("a stopping primary, with real servers", () => {
  let servers: SixServers;
  let second: RunningRedis | undefined;
  beforeAll(async () => {
    servers = await SixServers.start();
    await servers.bootstrap();
  });
  afterAll(async () => {
    await second?.stop();
    await servers.stop();
  });

  const role = async (server: RunningRedis) => (await replication(server)).role;
  const stop = async (number: number) => {
    const begun = Date.now();
    await runScript(stopScript(), servers.serverEnvironment(number));
    return (Date.now() - begun) / 1000;
  };

  test("tells its replica again when the first failover came to nothing", async () => {
    // Two of three primaries don't vote for seven seconds; Redis gives a failover up after five.
    const others = [1, 2].map((number) => servers.number(number).pid);
    for (const pid of others) process.kill(pid, "SIGSTOP");
    const stopped = stop(0);
    try {
      await delay(7_000);
      expect(await role(servers.number(0))).toBe("master");
    } finally {
      for (const pid of others) process.kill(pid, "SIGCONT");
    }
    expect(await stopped).toBeLessThan(25);
    expect([await role(servers.number(0)), await role(servers.number(3))]).toEqual(["slave", "master"]);
  });

  test("passes over a replica that refuses", async () => {
    const third = await startServer();
    second = third;
    const primary = servers.number(1);
    await third.command("CLUSTER", "MEET", "127.0.0.1", String(primary.port), String(primary.busPort));
    const id = String(await primary.command("CLUSTER", "MYID"));
    await eventually(async () => String(await third.command("CLUSTER", "NODES")).includes(id));
    await third.command("CLUSTER", "REPLICATE", id);
    const online = async () =>
      Object.values(await replication(primary)).filter((value) => value.includes("state=online"));
    await eventually(async () => (await online()).length === 2);
    // The first in the list may not be told.
    const [first] = await online();
    const [refusing, willing] = first?.includes(`port=${third.port},`)
      ? [third, servers.number(4)]
      : [servers.number(4), third];
    await refusing.command("ACL", "SETUSER", "default", "-cluster|failover");
    expect(await stop(1)).toBeLessThan(10);
    expect([await role(primary), await role(refusing), await role(willing)]).toEqual(["slave", "slave", "master"]);
  });

  test("stops at once when it has no replica", async () => {
    await servers.number(5).command("CLUSTER", "RESET", "HARD");
    await eventually(async () => (await replication(servers.number(2))).connected_slaves === "0");
    expect(await stop(2)).toBeLessThan(2);
    expect(await role(servers.number(2))).toBe("master");
  });
});
