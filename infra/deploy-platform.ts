import { when } from "../config/parts";
import type { Platform } from "../config/platform";
import { AddOns } from "./add-ons/add-ons";
import { Cluster } from "./cluster/cluster";
import { Charts } from "./deploy-charts";
import { Keys } from "./encryption/keys";
import { IstioInstallation } from "./istio/istio-installation";
import { ClusterAutoscaler } from "./karpenter/cluster-autoscaler";
import { Karpenter } from "./karpenter/karpenter";
import { Network } from "./network/network";
import { NodePools } from "./nodes/node-pools";
import { awsProvider } from "./providers";
import { StorageIdentities } from "./storage/identities";
import { Storage } from "./storage/storage";

/**
 * The whole AWS side of a stack, in the order in which it comes to be. Each line is a component with a folder of its own, made where the
 * stack has what it is about; what one needs of another is handed over here and nowhere else.
 */
export function deployPlatform(platform: Platform) {
  const aws = awsProvider(platform);
  const charts = new Charts(platform);

  const keys = new Keys("keys", { platform }, { provider: aws });
  const network = new Network("network", { platform, keys }, { provider: aws });
  const cluster = new Cluster("cluster", { platform, network, keys }, { provider: aws });
  const nodes = new NodePools("nodes", { platform, network, cluster, keys }, { provider: aws });

  const onCluster = { providers: [aws, cluster.kubernetes] };
  const storage = new Storage("storage", { platform, keys }, { provider: aws });
  const identities = new StorageIdentities("identities", { platform, oidc: cluster.oidc, keys }, { provider: aws });
  const namespaces = charts.deploy("nodes", [...nodes.groups, ...cluster.storageClasses], onCluster);

  const after = [...namespaces, keys];
  const { groups } = nodes;
  const [karpenter] = when(
    ["karpenter"],
    (having) =>
      new Karpenter(
        "karpenter",
        { platform: having, cluster, manifests: charts.karpenter, after, nodes: groups },
        onCluster,
      ),
  )(platform);
  when(
    ["clusterAutoscaler"],
    () => new ClusterAutoscaler("cluster-autoscaler", { platform, oidc: cluster.oidc, nodes: groups }, onCluster),
  )(platform);
  const configuration = charts.deploy("namespaces", namespaces, onCluster);
  const istio = when(
    ["istio"],
    ({ istio: { namespace, version } }) =>
      new IstioInstallation("istio", {
        version,
        namespace,
        operator: charts.istioOperator,
        kubeconfig: cluster.kubeconfig,
        after: [...namespaces, ...configuration],
      }),
  )(platform);
  // Pods of add-ons in namespaces with injection get their sidecars only from a mesh that is there.
  const ready = istio.length > 0 ? istio : configuration;
  const addOns = new AddOns(
    "add-ons",
    { platform, cluster, keys, after: [...after, ...ready], roleArns: identities.roleArns },
    onCluster,
  );
  charts.deploy("operators", [addOns], onCluster);

  return {
    clusterName: cluster.name,
    clusterEndpoint: cluster.endpoint,
    kubeconfig: cluster.kubeconfig,
    ...(karpenter === undefined ? {} : { interruptionQueueUrl: karpenter.queueUrl }),
    bucketNames: storage.bucketNames,
    roleArns: {
      nodes: nodes.nodeRoleArn,
      ...(karpenter === undefined
        ? {}
        : { "karpenter-nodes": karpenter.nodeRoleArn, "karpenter-controller": karpenter.controllerRoleArn }),
      ...identities.roleArns,
    },
  };
}
