import { createServer } from "node:net";
import { freePorts, LOOPBACK_ADDRESS } from "./free-ports";

test("the ports are different and can be listened on", async () => {
  const ports = await freePorts(5);
  expect(new Set(ports).size).toBe(5);
  for (const port of ports) {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, LOOPBACK_ADDRESS, resolve);
    });
    expect(server.address()).toEqual({ address: "127.0.0.1", family: "IPv4", port });
    await new Promise((resolve) => server.close(resolve));
  }
});
