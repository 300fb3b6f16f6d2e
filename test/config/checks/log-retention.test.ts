import { controlPlaneLogRetention, flowLogRetention } from "../../../config/checks/log-retention";
import { findingsAfter } from "./prod-findings";

const controlPlane = (logRetention: string) =>
  findingsAfter(controlPlaneLogRetention, ({ cluster }) => Object.assign(cluster, { logRetention }));
const flowLogs = (retention: string) =>
  findingsAfter(flowLogRetention, ({ network }) => Object.assign(network, { flowLogs: { retention } }));

describe("log retention", () => {
  it.each(["1d", "24h", "90d", "3653d"])("%s is one that CloudWatch Logs takes", (retention) => {
    expect([...controlPlane(retention), ...flowLogs(retention)]).toEqual([]);
  });

  it.each(["2d", "91d", "36h", "0d"])("%s is refused for both logs", (retention) => {
    expect(controlPlane(retention)).toMatchObject([{ path: ["cluster", "logRetention"], given: retention }]);
    expect(flowLogs(retention)).toMatchObject([{ path: ["network", "flowLogs", "retention"], given: retention }]);
  });
});
