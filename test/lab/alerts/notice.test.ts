import { type Notice, noticesOf, stillOpen } from "../../../lab/alerts/notice";

const notice = (status: Notice["status"], labels: Notice["labels"]): Notice => ({
  receiver: "page",
  status,
  labels,
  annotations: {},
});
const one = { alertname: "HighLatency", pod: "backend-0" };
const other = { alertname: "HighLatency", pod: "backend-1" };

test("each alert of a message has its own state", () => {
  const alert = (status: string, labels: object) => ({
    status,
    labels,
    annotations: {},
    startsAt: "2026-01-01T00:00:00Z",
  });
  const message = { receiver: "page", status: "firing", alerts: [alert("resolved", one), alert("firing", other)] };
  expect(noticesOf(JSON.stringify(message))).toEqual([notice("resolved", one), notice("firing", other)]);
});

describe("open", () => {
  test.each([
    ["is what was told last", [notice("firing", one)], [one]],
    ["is nothing that is resolved", [notice("firing", one), notice("resolved", one)], []],
    ["is the other one", [notice("firing", one), notice("firing", other), notice("resolved", one)], [other]],
    ["is what fires again", [notice("firing", one), notice("resolved", one), notice("firing", one)], [one]],
    ["is no other name", [notice("firing", { alertname: "Other" })], []],
    [
      "is told by labels, in any order",
      [notice("firing", one), notice("resolved", { pod: "backend-0", alertname: "HighLatency" })],
      [],
    ],
  ])("%s", (_, notices, open) => {
    expect(stillOpen(notices, "HighLatency").map(({ labels }) => labels)).toEqual(open);
  });
});
