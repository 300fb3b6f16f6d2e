import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LabReceivers, ReceiverServices } from "../../charts/lab/monitoring/alertmanager-config";
import { LOOPBACK_ADDRESS } from "../../test/free-ports";
import { type Notice, noticesOf } from "./notice";

/** Stands where PagerDuty and Slack are in the cluster, and keeps what it is told. */
export interface WebhookReceiver {
  /** The services behind pages and tickets, as Alertmanager's configuration takes them. */
  readonly receivers: LabReceivers;
  /** What came so far, in order. */
  readonly notices: readonly Notice[];
  stop(): void;
}

/** Starts to listen on a free port of the loopback address. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const notices: Notice[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.once("end", () => {
      notices.push(...noticesOf(Buffer.concat(parts).toString("utf8")));
      response.end();
    });
  }).listen(0, LOOPBACK_ADDRESS);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const service: ReceiverServices = {
    webhook_configs: [{ url: `http://${LOOPBACK_ADDRESS}:${port}/`, send_resolved: true }],
  };
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { receivers: { page: service, ticket: service }, notices, stop };
}
