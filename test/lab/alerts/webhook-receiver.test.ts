import { startWebhookReceiver } from "../../../lab/alerts/webhook-receiver";

test("pages and tickets go to one address, which keeps what it is told", async () => {
  const { receivers, notices, stop } = await startWebhookReceiver();
  try {
    expect(receivers.page).toEqual(receivers.ticket);
    const [{ url, send_resolved }] = receivers.page.webhook_configs as [{ url: string; send_resolved: boolean }];
    expect(send_resolved).toBe(true);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const alert = { status: "firing", labels: { alertname: "A" }, annotations: {} };
    const { ok } = await fetch(url, { method: "POST", body: JSON.stringify({ receiver: "ticket", alerts: [alert] }) });
    expect(ok).toBe(true);
    expect(notices).toEqual([{ receiver: "ticket", ...alert }]);
  } finally {
    stop();
  }
});
