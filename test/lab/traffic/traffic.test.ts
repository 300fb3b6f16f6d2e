import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { startTraffic, type Traffic } from "../../../lab/traffic/traffic";
import { freePorts } from "../../free-ports";

let server: Server;
let asked: string[];
let traffic: Traffic | undefined;
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/hang") return;
    response.writeHead(request.url === "/bad" ? 500 : 200).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  traffic?.stop();
  server.close();
  server.closeAllConnections();
});

const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
const start = (path: string, backend = address()) =>
  startTraffic({ backends: [backend], requestsPerSecond: 100, timeoutSeconds: 1, mix: [{ path, share: 1 }] });

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("It did not come true in 10 s.");
    await delay(10);
  }
}

test("asks for the round of its mix, and for another one when it is told to", async () => {
  traffic = start("/good");
  const { counts, setMix } = traffic;
  await until(() => (counts().answered["200"] ?? 0) >= 5);
  expect(new Set(asked)).toEqual(new Set(["/good"]));
  setMix([
    { path: "/good", share: 1 },
    { path: "/bad", share: 1 },
  ]);
  await until(() => (counts().answered["500"] ?? 0) >= 5);
  expect(counts().unanswered).toBe(0);
});

test("keeps to the rate, whether answers come or not, and counts those that don't", async () => {
  traffic = start("/hang");
  const { counts } = traffic;
  await until(() => counts().unanswered > 0);
  expect(counts().answered).toEqual({});
  // The first one is given up after a second, in which a hundred were sent.
  expect(counts().sent).toBeGreaterThan(50);
});

test("a backend that nobody listens for answers nothing", async () => {
  const [port] = await freePorts(1);
  traffic = start("/good", `127.0.0.1:${port}`);
  const { counts } = traffic;
  await until(() => counts().unanswered >= 3);
  expect(counts().answered).toEqual({});
});

test("takes turns among backends, each with the whole round", async () => {
  const [port] = await freePorts(1);
  traffic = startTraffic({
    backends: [address(), `127.0.0.1:${port}`],
    requestsPerSecond: 200,
    timeoutSeconds: 1,
    mix: [
      { path: "/a", share: 1 },
      { path: "/b", share: 1 },
    ],
  });
  const { counts } = traffic;
  await until(() => asked.length >= 6);
  expect(asked.slice(0, 6).sort()).toEqual(["/a", "/a", "/a", "/b", "/b", "/b"]);
  expect(counts().unanswered).toBeGreaterThanOrEqual(5);
});
