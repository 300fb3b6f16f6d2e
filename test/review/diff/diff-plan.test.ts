import type { PlannedResource } from "../../../policies/resource";
import { unacknowledged } from "../../../review/acknowledgements";
import { diffPlan } from "../../../review/diff/diff-plan";
import { resource, urnOf } from "../../policies/estate-fixture";
import { lead, resourceLines } from "../fixture";

const POLICY = "aws:iam/policy:Policy";
const BUCKET = "aws:s3/bucket:Bucket";
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const CLUSTER = "aws:eks/cluster:Cluster";
const KUBERNETES = "pulumi:providers:kubernetes";

const document = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "Read", ...statement }] });

describe("a comparison of plans", () => {
  it("finds nothing between the same resources in another order, with other dependencies", () => {
    const [one, other] = [resource(POLICY, "a", {}), resource(POLICY, "b", {})];
    expect(diffPlan([one, other], [{ ...other, dependencies: [one.urn] }, one])).toEqual([]);
  });

  it("passes by components: what they are given shows at what they make", () => {
    const component = (inputs: object) => ({ ...resource("eks:index:Cluster", "it", { ...inputs }), custom: false });
    expect(diffPlan([component({ version: "1.29" })], [component({ version: "1.30" })])).toEqual([]);
  });

  it("says of a changed resource what it is, with each input", () => {
    const before = resource("aws:sqs/queue:Queue", "it", { messageRetentionSeconds: 300 }, { protect: true });
    const after = resource("aws:sqs/queue:Queue", "it", { messageRetentionSeconds: 60 }, { protect: true });
    const reason = "messages that wait longer are deleted, from 300 to 60 seconds, and those that do so now at once";
    expect(diffPlan([before], [after])).toEqual([
      {
        thing: { side: "plan", name: "aws:sqs/queue:Queue it", type: "aws:sqs/queue:Queue", protected: true },
        operation: "changed",
        fields: [{ path: "messageRetentionSeconds", before: 300, after: 60, class: "data loss", reason }],
        class: "data loss",
        reason,
      },
    ]);
  });

  it("compares policies as the documents that they are", () => {
    const before = { policy: document({ Action: ["s3:GetObject", "s3:PutObject"], Resource: "*" }) };
    const same = { policy: document({ Resource: ["*"], Action: ["s3:PutObject", "s3:GetObject"] }) };
    const more = { policy: document({ Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource: "*" }) };
    expect(resourceLines(POLICY, before, same)).toEqual([
      "policy.Statement[Sid=Read].Action: no effect: the same members in another order, which means nothing here",
    ]);
    expect(resourceLines(POLICY, before, more)).toEqual([
      "policy.Statement[Sid=Read].Action[s3:DeleteObject]: in place: rights change within seconds for all who have them, without a restart",
    ]);
  });

  it("takes what the service takes anyway, and a text for a switch, for no change", () => {
    expect(resourceLines("aws:sqs/queue:Queue", {}, { delaySeconds: 0 })).toEqual([
      "delaySeconds: no effect: what the service takes where it isn't given",
    ]);
    // Even for what can't change.
    expect(resourceLines("aws:cloudwatch/logGroup:LogGroup", {}, { logGroupClass: "STANDARD" })).toEqual([
      "logGroupClass: no effect: what the service takes where it isn't given",
    ]);
    expect(
      resourceLines("aws:ec2/launchTemplate:LaunchTemplate", { ebsOptimized: "true" }, { ebsOptimized: true }),
    ).toEqual(["ebsOptimized: no effect: the same value, written otherwise"]);
  });

  it("reads an object of the cluster as that", () => {
    const of = (replicas: number) => [
      resource("kubernetes:apps/v1:Deployment", "it", {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "it" },
        spec: { replicas },
      }),
    ];
    expect(lead(diffPlan(of(2), of(3)))).toBe("in place: pods are added, from 2 to 3; the others go on");
  });

  it("tells when the engine no longer protects a resource", () => {
    const of = (protect: boolean) => [resource(BUCKET, "it", {}, { protect })];
    const [change] = diffPlan(of(true), of(false));
    expect(change?.fields).toEqual([
      {
        path: "protect",
        before: true,
        after: false,
        class: "data loss",
        reason:
          "nothing is lost now, but from now on the engine no longer refuses to delete it: with a deletion, its objects and all their versions go with it",
      },
    ]);
    expect(change?.thing.protected).toBe(true);
    expect(unacknowledged(diffPlan(of(true), of(false)), [])).toHaveLength(1);
    expect(unacknowledged(diffPlan(of(false), of(true)), [])).toEqual([]);
    const lesser = (protect: boolean) => [resource(VPC, "net", {}, { protect })];
    expect(lead(diffPlan(lesser(true), lesser(false)))).toBe(
      "replacement: nothing is lost now, but from now on the engine no longer refuses to delete it: with a deletion, the vpc is deleted, and what relies on it fails",
    );
  });

  it.each([
    [BUCKET, { forceDestroy: false }, { forceDestroy: true }],
    [CLUSTER, { deletionProtection: true }, { deletionProtection: false }],
  ])("asks for a word when what guards a protected %s goes", (type, before, after) => {
    const changed = (protect: boolean) =>
      diffPlan([resource(type, "it", before, { protect })], [resource(type, "it", after, { protect })]);
    expect(changed(true).map((change) => change.class)).toEqual(["data loss"]);
    expect(unacknowledged(changed(true), [])).toHaveLength(1);
    expect(changed(false).map((change) => change.class)).toEqual(["in place"]);
  });

  it("tells a renamed resource as one that is deleted and made again", () => {
    const of = (name: string) => [resource("aws:sqs/queuePolicy:QueuePolicy", name, { policy: "{}" })];
    const [change, ...more] = diffPlan(of("old"), of("new"));
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      thing: { name: "aws:sqs/queuePolicy:QueuePolicy old" },
      operation: "changed",
      class: "replacement",
      reason:
        "it has another logical name or parent, and no alias is known here: Pulumi makes a new one and deletes this one",
    });
    expect(change?.fields.map(({ path }) => path)).toEqual(["urn"]);
  });

  it("tells a renamed bucket as the loss of what is in it", () => {
    const of = (name: string) => [resource(BUCKET, name, { bucket: "orders" }, { protect: true })];
    expect(lead(diffPlan(of("old"), of("new")))).toBe(
      "data loss: it has another logical name or parent, and no alias is known here: Pulumi makes a new one and deletes this one; its objects and all their versions go with it",
    );
  });
});

describe("what names something that is made again", () => {
  const network = (cidrBlock: string): PlannedResource[] => [
    resource(VPC, "net", { cidrBlock }),
    resource(SUBNET, "it", { vpcId: "[unknown]", cidrBlock: "10.0.0.0/24" }, { dependencies: [urnOf(VPC, "net")] }),
    resource(
      "aws:ec2/routeTableAssociation:RouteTableAssociation",
      "of-it",
      { subnetId: "[unknown]" },
      {
        dependencies: [urnOf(SUBNET, "it")],
      },
    ),
    resource(SUBNET, "other", { vpcId: "[unknown]" }),
  ];

  it("changes with it, and so on", () => {
    const changes = diffPlan(network("10.0.0.0/16"), network("10.1.0.0/16"));
    expect(changes.map(({ thing, class: is, fields }) => [thing.name, is, fields.map(({ path }) => path)])).toEqual([
      ["aws:ec2/routeTableAssociation:RouteTableAssociation of-it", "replacement", ["subnetId"]],
      ["aws:ec2/subnet:Subnet it", "replacement", ["vpcId"]],
      ["aws:ec2/vpc:Vpc net", "replacement", ["cidrBlock"]],
    ]);
    expect(changes[1]?.fields[0]).toEqual({
      path: "vpcId",
      before: "[unknown]",
      after: "[unknown]",
      class: "replacement",
      reason:
        "it names aws:ec2/vpc:Vpc net, which is made again; AWS can't change vpcId of the subnet: it is replaced, and the new one is made first, then the old one is deleted",
    });
  });

  it("stays when that changes in place", () => {
    const of = (enableDnsSupport: boolean) => [
      resource(VPC, "net", { enableDnsSupport }),
      ...network("10.0.0.0/16").slice(1),
    ];
    expect(diffPlan(of(true), of(false)).map(({ thing }) => thing.name)).toEqual(["aws:ec2/vpc:Vpc net"]);
  });

  it("is all of a cluster, where that is the cluster", () => {
    const provider = resource(KUBERNETES, "k8s", { kubeconfig: "[unknown]" }, { dependencies: [urnOf(CLUSTER, "it")] });
    const of = (name: string) => [
      resource(CLUSTER, "it", { name }, { protect: true }),
      provider,
      resource("kubernetes:core/v1:Secret", "s", {}, { provider: provider.urn }),
    ];
    const [cluster, secret, provided] = diffPlan(of("blue"), of("green"));
    expect(`${cluster?.class}: ${cluster?.reason}`).toBe(
      "data loss: AWS can't change name of the cluster: it is replaced, and the new one is made first, then the old one is deleted; all that is in the cluster goes with it: objects, and the claims of volumes",
    );
    expect(`${provided?.class}: ${provided?.reason}`).toBe(
      "replacement: it names aws:eks/cluster:Cluster it, which is made again; it is another cluster: Pulumi makes all that this provider makes (1 in the plan) again, there",
    );
    expect(`${secret?.class}: ${secret?.reason}`).toBe(
      "replacement: its provider pulumi:providers:kubernetes k8s is another one: Pulumi makes it again, there, and deletes this one",
    );
  });
});
