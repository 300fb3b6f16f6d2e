import type { Platform } from "../../config/platform";
import { Storage } from "../../infra/storage/storage";
import { diffPlan } from "../../review/diff/diff-plan";
import { prodPlatform, prodWith } from "../infra/prod-platform";
import { recordGraph } from "../infra/recorded-graph";
import { changeLines, manifestChanges, plannedIn } from "./prod-sides";

/** Changes of a kind of things, as lines. */
const of = (kind: string, ...[change]: Parameters<typeof manifestChanges>) =>
  changeLines(manifestChanges(change).filter(({ thing }) => thing.type === kind));

/** What a change of the stack file sets. */
const edited = <Entry>(entries: Readonly<Record<string, Entry>> | undefined, name: string): Entry => {
  const entry = entries?.[name];
  if (entry === undefined) throw new Error(`prod has no ${name}.`);
  return entry;
};

// The size of a pool takes a plan of the real engine: prepared-changes.engine.test.ts.
test("no change changes nothing", () => {
  expect(manifestChanges(() => undefined)).toEqual([]);
});

describe("a bucket's retention", () => {
  const storage = async (platform: Platform) => {
    const keys = { dataKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data" } as never;
    return plannedIn((await recordGraph(() => new Storage("storage", { platform, keys }))).graph);
  };
  const retained = (expiration: string) =>
    prodWith((input) => {
      const [rule] = edited(input.storage.buckets, "vantage-backups").lifecycle ?? [];
      if (rule === undefined) throw new Error("vantage-backups has no rule.");
      rule.expiration = expiration;
    });
  const name = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration storage-vantage-backups-lifecycle";

  it("costs data when it is shortened, and the bucket's protection is that of its rules", async () => {
    expect(changeLines(diffPlan(await storage(prodPlatform()), await storage(retained("14d"))))).toEqual([
      `data loss* ${name}: objects are deleted sooner, from 30 to 14 days: S3 applies the rule to those that exist, too`,
    ]);
  });

  it("costs none when it is prolonged", async () => {
    expect(changeLines(diffPlan(await storage(prodPlatform()), await storage(retained("60d"))))).toEqual([
      `in place* ${name}: no object is deleted sooner than before`,
    ]);
  });
});

describe("a topic's partitions", () => {
  const topic = "kafka.strimzi.io/KafkaTopic kafka-prod/vantage-page-views";
  const partitions = (count: number) =>
    changeLines(
      manifestChanges((input) => {
        edited(input.kafka.topics, "vantage-page-views").partitions = count;
      }),
    );

  it("are added in place", () => {
    expect(partitions(36)).toEqual([
      `in place* ${topic}: partitions are added, from 24 to 36: records of a key may come to another partition, so their order isn't kept across the change`,
    ]);
  });

  it("can't be taken away", () => {
    expect(partitions(12)).toEqual([
      `data loss* ${topic}: Kafka can't take partitions away, from 24 to 12: the topic would have to be deleted and made again, without its records`,
    ]);
  });
});

test("a removed budget lets drains take all pods of a service", () => {
  const lines = of("policy/PodDisruptionBudget", (input) => {
    delete edited(input.workloads.deployments, "checkout-service").maxUnavailable;
  });
  expect(lines).toEqual([
    "in place policy/PodDisruptionBudget checkout-prod/checkout-service: nothing is ended now, but drains may take all pods of app.kubernetes.io/name=checkout-service at once: those of node updates, of Karpenter and of the autoscaler",
  ]);
});

test("a cluster's other name reaches the nodes of Karpenter and the roles of pods", () => {
  const changes = manifestChanges((input) => {
    input.cluster.name = "prod-us-east-2";
  });
  expect(changeLines(changes).filter((line) => !/^(no effect|in place) /.test(line))).toEqual([
    "rolling kafka.strimzi.io/KafkaConnect kafka-prod/connect-prod: Strimzi replaces the workers one after the other, and their tasks move",
    "rolling karpenter.k8s.aws/EC2NodeClass default: nodes drift: Karpenter replaces them one after the other, within the disruption budget",
  ]);
});

test("a new namespace in PERMISSIVE takes plaintext", () => {
  const changes = manifestChanges((input) => {
    input.namespaces["partner-api"] = { podSecurity: "baseline", injection: true };
    input.istio.mutualTls.permissive?.push("partner-api");
  });
  expect(changes.map(({ operation }) => operation)).toEqual(["added", "added"]);
  expect(changeLines(changes)).toEqual([
    "in place* Namespace partner-api: it is made; nothing that exists changes",
    "in place security.istio.io/PeerAuthentication partner-api/default: in namespace partner-api: services take plaintext, too: whoever reaches a pod can talk to it without a certificate of the mesh",
  ]);
});

describe("the size of Kafka's volumes", () => {
  const claimed = (claim: string) =>
    of("kafka.strimzi.io/KafkaNodePool", (input) => {
      input.kafka.volume.claim = claim;
    });
  const pools = ["broker", "kafka"].map((name) => `kafka.strimzi.io/KafkaNodePool kafka-prod/${name}`);

  it("grows in place, if their class allows it", () => {
    expect(claimed("2250Gi")).toEqual(
      pools.map(
        (pool) =>
          `in place* ${pool}: Strimzi expands the volumes while the brokers run, from 2200Gi to 2250Gi, if their storage class allows it`,
      ),
    );
  });

  it("doesn't shrink", () => {
    expect(claimed("2000Gi")).toEqual(
      pools.map(
        (pool) =>
          `replacement* ${pool}: Strimzi refuses a smaller volume and keeps the one that is there: smaller ones take new brokers, to which the partitions move`,
      ),
    );
  });
});

test("a phase of the migration to Karpenter bounds what its pools launch", () => {
  const lines = of("karpenter.sh/NodePool", (input) => {
    input.karpenter.phase = "75";
  });
  expect(lines).toEqual([
    "in place karpenter.sh/NodePool default-nodepool: the pool may launch up to another limit, cpu from 500 to 375; nodes that run stay",
    "in place karpenter.sh/NodePool memory-optimized: the pool launches nothing any more; nodes that run stay",
  ]);
});

describe("another image", () => {
  it("of a CronJob counts from its next run on", () => {
    const lines = changeLines(
      manifestChanges((input) => {
        const { analyticsBatch } = input.workloads;
        if (analyticsBatch === undefined) throw new Error("prod has no analytics batch.");
        analyticsBatch.image = `${analyticsBatch.image}-2`;
      }),
    );
    expect(lines).toEqual(
      ["analytics-batch-processor", "analytics-batch-processor-monthly"].map(
        (name) =>
          `in place batch/CronJob analytics-prod/${name}: another image: its next run has it, one that goes on doesn't`,
      ),
    );
  });

  it("of Connect rolls its workers", () => {
    const lines = changeLines(
      manifestChanges((input) => {
        input.kafkaConnect.image = `${input.kafkaConnect.image}2`;
      }),
    );
    expect(lines).toEqual([
      "rolling kafka.strimzi.io/KafkaConnect kafka-prod/connect-prod: Strimzi replaces the workers one after the other, and their tasks move",
    ]);
  });

  it("of a Redis server comes as whoever upgrades deletes its pods", () => {
    const lines = of("apps/StatefulSet", (input) => {
      edited(input.redis.clusters, "redis-prod-main").image = "redis:7.2.6-alpine";
    });
    expect(lines).toEqual(
      ["", "-0-replica", "-1-replica", "-2-replica"].map(
        (part) =>
          `rolling* apps/StatefulSet redis-prod/redis-prod-main${part}: another image: the StatefulSet replaces no pod by itself (OnDelete); whoever upgrades deletes them one after the other`,
      ),
    );
  });
});
