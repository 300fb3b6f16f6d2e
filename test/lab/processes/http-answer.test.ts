import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answers, jsonFrom } from "../../../lab/processes/http-answer";
import { freePorts } from "../../free-ports";

let server: Server;
beforeEach(async () => {
  server = createServer(({ url }, response) => {
    response.writeHead(url === "/bad" ? 400 : 200).end(url === "/bad" ? "parse error\n" : '{"status":"success"}');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

test("a success is its JSON", async () => {
  expect(await jsonFrom(url("/"))).toEqual({ status: "success" });
  expect(await answers(url("/"))).toBe(true);
});

test("a refusal is told with the server's words", async () => {
  await expect(jsonFrom(url("/bad"))).rejects.toThrow(`${url("/bad")} answered 400: parse error`);
  expect(await answers(url("/bad"))).toBe(false);
});

test("where nobody listens, the address is told", async () => {
  const [port] = await freePorts(1);
  const nobody = `http://127.0.0.1:${port}/`;
  await expect(jsonFrom(nobody)).rejects.toThrow(`${nobody} doesn't answer: connect ECONNREFUSED 127.0.0.1:${port}`);
  expect(await answers(nobody)).toBe(false);
});
