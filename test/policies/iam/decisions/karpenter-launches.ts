import { type Context, type DocumentedCall, rowsOf } from "./decision-table";
import { CLUSTER, ec2, STRANGER } from "./prod-names";

const source = (statement: number): string => `Karpenter 0.37.0, statement ${statement}`;
const who = "karpenter-controller";

/** The tags by which Karpenter's own resources are told, on a request or on a resource. */
function tags(where: "RequestTag" | "ResourceTag", cluster = CLUSTER, pool = "default-nodepool"): Context {
  return { [`aws:${where}/kubernetes.io/cluster/${cluster}`]: "owned", [`aws:${where}/karpenter.sh/nodepool`]: pool };
}

const clusterOnly = (where: "RequestTag" | "ResourceTag"): Context => ({
  [`aws:${where}/kubernetes.io/cluster/${CLUSTER}`]: "owned",
});
const shared = (where: "RequestTag" | "ResourceTag"): Context => ({
  ...tags(where),
  [`aws:${where}/kubernetes.io/cluster/${CLUSTER}`]: "shared",
});

/** How tags can be wrong; each alone makes a call someone else's. */
const wrongTags = (where: "RequestTag" | "ResourceTag", beside: Context = {}) => ({
  "tagged for another cluster": { with: { ...beside, ...tags(where, "staging-us-east-1") } },
  "without the node pool's tag": { with: { ...beside, ...clusterOnly(where) } },
  "without tags": { with: beside },
});

/** What a launch makes, each with the tags of the request: statement 3. */
const MADE = [
  ["ec2:RunInstances", "instance/i-1"],
  ["ec2:RunInstances", "volume/vol-1"],
  ["ec2:RunInstances", "network-interface/eni-1"],
  ["ec2:RunInstances", "spot-instances-request/sir-1"],
  ["ec2:CreateFleet", "fleet/fleet-1"],
  ["ec2:CreateFleet", "instance/i-1"],
  ["ec2:CreateFleet", "volume/vol-1"],
  ["ec2:CreateLaunchTemplate", "launch-template/lt-1"],
] as const;

/** What a launch uses and someone else has made: statement 1. */
const USED = [
  ["ec2:RunInstances", "security-group/sg-1"],
  ["ec2:RunInstances", "subnet/subnet-1"],
  ["ec2:CreateFleet", "subnet/subnet-1"],
] as const;

const created = (action: string): Context => ({ ...tags("RequestTag"), "ec2:CreateAction": action });

const CALLS: readonly DocumentedCall[] = [
  ...MADE.map(([call, resource]) => ({
    who,
    call,
    on: ec2(resource),
    what: `launch of ${resource}`,
    with: tags("RequestTag"),
    source: source(3),
    denied: {
      ...wrongTags("RequestTag"),
      "in another region": { on: ec2(resource, { region: "eu-west-1" }) },
    },
  })),
  {
    who,
    call: "ec2:RunInstances",
    on: ec2("instance/i-1"),
    what: "launch for the cluster's other node pool",
    with: tags("RequestTag", CLUSTER, "memory-optimized"),
    source: source(3),
    denied: { "with the cluster as shared, not owned": { with: shared("RequestTag") } },
  },
  ...USED.map(([call, resource]) => ({
    who,
    call,
    on: ec2(resource),
    what: `launch into ${resource}`,
    source: source(1),
    denied: {
      "of another account": { on: ec2(resource, { account: STRANGER }) },
      "of another region": { on: ec2(resource, { region: "eu-west-1" }) },
    },
  })),
  ...["ec2:RunInstances", "ec2:CreateFleet"].map((call) => ({
    who,
    call,
    on: ec2("image/ami-1", { account: "" }),
    what: "launch from a public image",
    source: source(1),
    denied: { "of another region": { on: ec2("image/ami-1", { account: "", region: "eu-west-1" }) } },
  })),
  ...["ec2:RunInstances", "ec2:CreateFleet"].map((call) => ({
    who,
    call,
    on: ec2("launch-template/lt-1"),
    what: "launch by its own template",
    with: tags("ResourceTag"),
    source: source(2),
    denied: wrongTags("ResourceTag"),
  })),
  ...(
    [
      ["RunInstances", "instance/i-1"],
      ["RunInstances", "volume/vol-1"],
      ["CreateFleet", "fleet/fleet-1"],
      ["CreateLaunchTemplate", "launch-template/lt-1"],
    ] as const
  ).map(([action, resource]) => ({
    who,
    call: "ec2:CreateTags",
    on: ec2(resource),
    what: `tags of ${resource} while ${action} creates it`,
    with: created(action),
    source: source(4),
    denied: {
      ...wrongTags("RequestTag", { "ec2:CreateAction": action }),
      "on what exists already": { with: tags("RequestTag") },
      "while something else creates it": { with: created("CreateVolume") },
    },
  })),
];

/** What it takes to launch nodes, and what no launch may touch. */
export const KARPENTER_LAUNCHES = rowsOf(CALLS);
