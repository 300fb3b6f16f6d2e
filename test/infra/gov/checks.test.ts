import { accessWays, bastionSubnets, bastionType, vpnClients } from "../../../config/checks/access";
import { reachableApi } from "../../../config/checks/api-access";
import { autoModeAddOns, autoModePodSubnets, autoModeVersion } from "../../../config/checks/auto-mode";
import type { Check } from "../../../config/checks/check";
import {
  applicationWorkload,
  workloadAccounts,
  workloadBuckets,
  workloadRoles,
} from "../../../config/checks/data-access";
import {
  accessLogRetention,
  controlPlaneLogRetention,
  findingLogRetention,
} from "../../../config/checks/log-retention";
import { absentServices, fipsRegion, modelsOfRegion, servicesOfRegion } from "../../../config/checks/region-services";
import { subnetRoles } from "../../../config/checks/subnet-roles";
import { subnetZones, zonesOfRegion } from "../../../config/checks/zones";
import { showPath } from "../../../config/config-path";
import { unconfirmedServices, usedServices } from "../../../config/derived/used-services";
import { AUTO_MODE_ROLE_PURPOSES } from "../../../config/reference/name-limits";
import { BASTION_ROLE } from "../../../infra/access/bastion-role";
import { AUTO_NODE_ROLE } from "../../../infra/cluster/auto-mode-roles";
import { govFindings, present } from "./gov-findings";
import { type GovInput, govPlatform } from "./gov-platform";

const CHECKS = {
  accessLogRetention,
  accessWays,
  applicationWorkload,
  autoModeAddOns,
  autoModePodSubnets,
  autoModeVersion,
  bastionSubnets,
  bastionType,
  controlPlaneLogRetention,
  findingLogRetention,
  fipsRegion,
  modelsOfRegion,
  reachableApi,
  servicesOfRegion,
  subnetRoles,
  subnetZones,
  vpnClients,
  workloadAccounts,
  workloadBuckets,
  workloadRoles,
  zonesOfRegion,
} as const;

const app = ({ dataAccess }: GovInput) => present(dataAccess?.workloads["my-app"]);
const bastion = ({ access }: GovInput) => present(access?.bastion);

describe.each(Object.entries(CHECKS))("%s", (_, check) => {
  it("accepts the file of the GovCloud stack", () => expect(govFindings(check)).toEqual([]));
});

describe("what is refused", () => {
  it.each<[string, Check, (input: GovInput) => unknown, string]>([
    [
      "add-ons beside Auto Mode",
      autoModeAddOns,
      ({ cluster }) => Object.assign(cluster, { corednsReplicas: 3 }),
      "vantage:cluster.corednsReplicas",
    ],
    [
      "subnets of pods beside Auto Mode",
      autoModePodSubnets,
      ({ network }) => Object.assign(network, { podSubnets: "nodes" }),
      "vantage:network.podSubnets",
    ],
    [
      "a minor without Auto Mode",
      autoModeVersion,
      ({ cluster }) => Object.assign(cluster, { version: "1.28" }),
      "vantage:cluster.autoMode",
    ],
    [
      "a section of access without a way",
      accessWays,
      (input) => Object.assign(input, { access: {} }),
      "vantage:access",
    ],
    [
      "clients that have no way back",
      vpnClients,
      ({ access }) => Object.assign(present(access), { transitGatewayVpn: { clients: ["192.168.0.0/16"] } }),
      "vantage:access.transitGatewayVpn.clients[0]",
    ],
    [
      "clients without a gateway",
      vpnClients,
      ({ network }) => delete network.transitGateway,
      "vantage:access.transitGatewayVpn.clients[0]",
    ],
    [
      "a bastion in a public subnet",
      bastionSubnets,
      (input) => Object.assign(bastion(input), { subnets: "public" }),
      "vantage:access.bastion.subnets",
    ],
    [
      "a bastion of an unknown type",
      bastionType,
      (input) => Object.assign(bastion(input), { instanceType: "x9.huge" }),
      "vantage:access.bastion.instanceType",
    ],
    [
      "sessions kept for 100 days",
      accessLogRetention,
      (input) => Object.assign(bastion(input), { sessionLogs: { retention: "100d" } }),
      "vantage:access.bastion.sessionLogs.retention",
    ],
    [
      "findings kept for 100 days",
      findingLogRetention,
      ({ securityServices }) => Object.assign(present(securityServices), { logRetention: "100d" }),
      "vantage:securityServices.logRetention",
    ],
    [
      "FIPS endpoints where there are none",
      fipsRegion,
      ({ aws }) => Object.assign(aws, { region: "eu-central-1" }),
      "vantage:aws.fipsEndpoints",
    ],
    [
      "a model that the region lacks",
      modelsOfRegion,
      (input) => Object.assign(app(input).grants, { bedrock: { models: ["amazon.nova-premier-v1:0"] } }),
      "vantage:dataAccess.workloads.my-app.grants.bedrock.models[0]",
    ],
    [
      "an application that is no workload",
      applicationWorkload,
      ({ dataAccess }) => Object.assign(present(dataAccess), { application: "x" }),
      "vantage:dataAccess.application",
    ],
    [
      "a bucket of somebody else",
      workloadBuckets,
      ({ storage }) => Object.assign(storage, { buckets: {} }),
      "vantage:dataAccess.workloads.my-app.grants.s3[0].bucket",
    ],
    [
      "a service account with two roles",
      workloadAccounts,
      (input) => Object.assign(app(input), { namespace: "keda", serviceAccount: "keda-operator" }),
      "vantage:dataAccess.workloads.keda.serviceAccount",
    ],
    [
      "the name of another role",
      workloadRoles,
      ({ dataAccess }) =>
        Object.assign(present(dataAccess?.workloads), { bastion: present(dataAccess?.workloads.keda) }),
      "vantage:dataAccess.workloads.bastion",
    ],
    [
      "a name that IAM finds too long",
      workloadRoles,
      ({ cluster }) => Object.assign(cluster, { name: "c".repeat(50) }),
      "vantage:dataAccess.workloads.external-secrets",
    ],
  ])("%s", (_, check, change, path) => {
    expect(govFindings(check, (input) => void change(input)).map((finding) => showPath(finding.path))).toEqual([path]);
  });

  it("a cluster without Auto Mode and without add-ons", () => {
    const change = (input: GovInput) => void delete input.cluster.autoMode;
    expect(govFindings(autoModeAddOns, change).map(({ path }) => showPath(path))).toEqual([
      "vantage:cluster.managedAddOns",
      "vantage:cluster.corednsReplicas",
    ]);
    expect(govFindings(autoModePodSubnets, change)).toHaveLength(1);
    expect(govFindings(subnetRoles, change)).toHaveLength(1);
  });
});

describe("the region", () => {
  const platform = govPlatform();

  it("is said to be unconfirmed for what no source names", () => {
    expect(unconfirmedServices(platform).map(({ service }) => service)).toEqual([
      "eks-auto-mode",
      "guardduty-eks-audit-logs",
    ]);
  });

  it("is refused for what it is known to lack, where it is asked for", () => {
    const lacking = () => ({ availability: "absent", source: "a list" }) as const;
    const findings = absentServices("us-gov-west-1", usedServices(platform), lacking);
    expect(findings).toContainEqual({
      path: ["dataAccess", "workloads", "keda", "grants", "kinesis"],
      given: "kinesis in us-gov-west-1",
      allowed: "what the region has: kinesis is missing there (a list)",
      mend: expect.stringContaining("config/reference/region-services.ts"),
    });
    expect(findings).toHaveLength(usedServices(platform).length);
    expect(absentServices("us-gov-west-1", usedServices(platform))).toEqual([]);
  });

  it("is reached with a bastion alone", () => {
    expect(govFindings(reachableApi, ({ network }) => void delete network.transitGateway)).toEqual([]);
  });
});

test("roles that are reserved are those that infra gives", () => {
  expect([...AUTO_MODE_ROLE_PURPOSES]).toEqual([AUTO_NODE_ROLE, BASTION_ROLE]);
});
