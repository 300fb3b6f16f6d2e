import { connectAccess } from "../../../charts/checks/connect-access";
import { connectReplication } from "../../../charts/checks/connect-replication";
import { connectorResources } from "../../../charts/checks/connector-resources";
import { connectorSecrets } from "../../../charts/checks/connector-secrets";
import { connectorTopics } from "../../../charts/checks/connector-topics";
import { foundAmongWorkers } from "./connect-fixture";

describe("workers with which nothing is wrong", () => {
  it.each([
    ["connect-access", connectAccess],
    ["connect-replication", connectReplication],
    ["connector-resources", connectorResources],
    ["connector-secrets", connectorSecrets],
    ["connector-topics", connectorTopics],
  ])("pass %s", (_, check) => {
    expect(foundAmongWorkers(check)).toEqual([]);
  });
});
