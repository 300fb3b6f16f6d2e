import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { pauseSeconds, TRAFFIC_SCRIPT, trafficRound } from "../../../../charts/lab/shop/traffic-round";
import { describeUnless } from "../../../tools/describe-unless";
import { lab } from "../lab-fixture";

describe("a round", () => {
  test("has each path as often as its share says", () => {
    const round = trafficRound(lab().shop.traffic.mix);
    const counts = Object.fromEntries(
      [...new Set(round)].map((path) => [path, round.filter((one) => one === path).length]),
    );
    expect(counts).toEqual({ "/": 10, "/api/info": 6, "/version": 3, "/status/404": 1 });
  });

  test("spreads rare ones", () => {
    expect(
      trafficRound([
        { path: "/", share: 3 },
        { path: "/x", share: 1 },
      ]),
    ).toEqual(["/", "/", "/x", "/"]);
  });

  test("never falls behind a share by more than a request for each path", () => {
    const mixes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(mixes, (shares) => {
        const mix = shares.map((share, index) => ({ path: `/${index}`, share }));
        const round = trafficRound(mix);
        expect(round).toHaveLength(shares.reduce((sum, share) => sum + share, 0));
        for (const { path, share } of mix) {
          for (let turn = 1; turn <= round.length; turn += 1) {
            const seen = round.slice(0, turn).filter((one) => one === path).length;
            expect(Math.abs(seen - (turn * share) / round.length)).toBeLessThan(mix.length);
          }
        }
      }),
    );
  });
});

test.each([
  [1, "1"],
  [3, "0.333"],
  [50, "0.02"],
])("%d requests a second are %s s apart", (rate, pause) => {
  expect(pauseSeconds(rate)).toBe(pause);
});

const missing = spawnSync("curl", ["--version"]).status === 0 ? undefined : "there is no curl";

describeUnless(missing, "the generator's script, in a shell", () => {
  /** What a server sees of the script, which answers with 503 to all of it, until it has seen this many requests. */
  async function seen(count: number, env: Record<string, string>): Promise<{ paths: string[]; exit: number | null }> {
    const paths: string[] = [];
    let enough = () => {};
    const done = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const server = createServer((request, response) => {
      paths.push(request.url ?? "");
      response.writeHead(503).end();
      if (paths.length === count) enough();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const child = spawn("/bin/sh", ["-uc", TRAFFIC_SCRIPT], {
      env: { PATH: process.env.PATH ?? "", TARGET: `http://127.0.0.1:${port}`, TIMEOUT: "2", PAUSE: "0.01", ...env },
    });
    const exit = new Promise<number | null>((resolve) => child.on("exit", resolve));
    await done;
    child.kill("SIGTERM");
    const code = await exit;
    server.closeAllConnections();
    server.close();
    return { paths: paths.slice(0, count), exit: code };
  }

  test("asks round after round, whatever the answers, and ends when it is told to", async () => {
    expect(await seen(5, { ROUND: "/a /b" })).toEqual({ paths: ["/a", "/b", "/a", "/b", "/a"], exit: 0 });
  });
});
