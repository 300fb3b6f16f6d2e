import { join } from "node:path";
import type { GoTool } from "../../sandbox/engine/go-tool";

/** A tool of the tests, with what its binary says it is. */
export interface PinnedTool extends GoTool {
  /** Module whose version in `go.mod` is the tool's. */
  readonly module: string;
  /** Release that is built. `go.mod` is the pin; a test holds the two together. */
  readonly version: string;
}

/** The store of a control plane. 3.5.16 is what kubeadm installs with the last releases of Kubernetes 1.29 (`DefaultEtcdVersion`). */
export const ETCD: PinnedTool = {
  name: "etcd",
  module: "go.etcd.io/etcd/server/v3",
  version: "3.5.16",
  moduleFolder: join(__dirname, "etcd"),
  package: "go.etcd.io/etcd/server/v3",
  ldflags: "-s -w",
  duration: "about half a minute",
};

/** Client of etcd, at the release of the members (document 001, section 9): what the compaction's script runs. */
export const ETCDCTL: PinnedTool = {
  name: "etcdctl",
  module: "go.etcd.io/etcd/etcdctl/v3",
  version: "3.5.12",
  moduleFolder: join(__dirname, "etcdctl"),
  package: "go.etcd.io/etcd/etcdctl/v3",
  ldflags: "-s -w",
  duration: "about half a minute",
};

/**
 * The API server of the documented minor version, at its last patch: the nodes run v1.29.6 (document 000, section 1). Of 1.29.14 the module
 * proxy lacks some staging modules, of 1.29.15 none.
 */
export const KUBE_APISERVER: PinnedTool = kubernetes(
  "kube-apiserver",
  "1.29.15",
  "kube-apiserver",
  "about three minutes",
);

/**
 * The API server of 1.34, at the last patch of it that the module proxy has. Of its own tree the proxy lacks `sample-cli-plugin` and
 * `sample-controller`, which are examples and which nothing of it imports.
 */
export const KUBE_APISERVER_1_34: PinnedTool = kubernetes(
  "kube-apiserver",
  "1.34.4",
  "kube-apiserver-1.34",
  "about five minutes",
);

/**
 * The API server of 1.35, at the last patch that can be built: 1.35.9 and 1.35.10 are not on the module proxy, though their staging modules are. Of
 * the tree of 1.35.8 it lacks the same two examples. It asks for Go 1.25, as all of 1.35 does.
 */
export const KUBE_APISERVER_1_35: PinnedTool = kubernetes(
  "kube-apiserver",
  "1.35.8",
  "kube-apiserver-1.35",
  "about five minutes",
);

/** The client of `npm run health`, of the release of {@link KUBE_APISERVER}: it may be one minor version older or newer than a server. */
export const KUBECTL: PinnedTool = kubernetes("kubectl", "1.29.15", "kubectl", "about a minute");

/** A peer of `npm run bench`. The newest release that Go 1.24 builds; without `-X` it calls itself v3.19. */
export const HELM: PinnedTool = {
  name: "helm",
  module: "helm.sh/helm/v3",
  version: "3.19.5",
  moduleFolder: join(__dirname, "helm"),
  package: "helm.sh/helm/v3/cmd/helm",
  ldflags: "-s -w -X helm.sh/helm/v3/internal/version.version=v3.19.5",
  duration: "about a minute",
};

/**
 * The rule checker and replay engine of the documented Prometheus, which the rules run on: releases of 2.x are tagged v0.x as modules. The version
 * is set, because a
 * build without upstream's scripts says none. No build tag leaves out the service discoveries, and with them the SDKs of the clouds: this release
 * has none.
 *
 * Source: document 000, section 6 (2.51.0); prometheus/prometheus v0.51.0, plugins/plugins.go.
 */
export const PROMTOOL: PinnedTool = {
  name: "promtool",
  module: "github.com/prometheus/prometheus",
  version: "0.51.0",
  moduleFolder: join(__dirname, "promtool"),
  package: "github.com/prometheus/prometheus/cmd/promtool",
  ldflags: "-s -w -X github.com/prometheus/common/version.Version=2.51.0",
  duration: "about four minutes",
};

/**
 * The checker of Alertmanager's configuration, at the release that chart alertmanager 1.31.3 carries. The version is set, because a build without
 * upstream's scripts says none.
 */
export const AMTOOL: PinnedTool = {
  name: "amtool",
  module: "github.com/prometheus/alertmanager",
  version: "0.30.1",
  moduleFolder: join(__dirname, "amtool"),
  package: "github.com/prometheus/alertmanager/cmd/amtool",
  ldflags: "-s -w -X github.com/prometheus/common/version.Version=0.30.1",
  duration: "about a minute",
};

/** The server of the same release, for `npm run lab`. Its web pages are not part of the module; its API is. */
export const PROMETHEUS: PinnedTool = {
  ...PROMTOOL,
  name: "prometheus",
  moduleFolder: join(__dirname, "prometheus"),
  package: "github.com/prometheus/prometheus/cmd/prometheus",
};

/** The server of the release of {@link AMTOOL}, for `npm run lab`. */
export const ALERTMANAGER: PinnedTool = {
  ...AMTOOL,
  name: "alertmanager",
  moduleFolder: join(__dirname, "alertmanager"),
  package: "github.com/prometheus/alertmanager/cmd/alertmanager",
  duration: "about two minutes",
};

/**
 * The shop's backend. The documented 6.5.0 is no version that Go modules know: from 2.0 on the path of a module names the major version, and this one's
 * doesn't. It is pinned by commit instead, at 6.9.2, the newest that the module proxy has; routes, metrics and their labels are the same.
 *
 * Source: document 003, section 3 (Monthly Security Deep Dive: stefanprodan/podinfo:6.5.0); stefanprodan/podinfo e86405a8674e, pkg/version and pkg/api/http; Go
 * modules reference, Major version suffixes.
 */
export const PODINFO: PinnedTool = {
  name: "podinfo",
  module: "github.com/stefanprodan/podinfo",
  version: "1.8.1-0.20250910200901-e86405a8674e",
  moduleFolder: join(__dirname, "podinfo"),
  package: "github.com/stefanprodan/podinfo/cmd/podinfo",
  ldflags: "-s -w",
  duration: "about a minute",
};

/**
 * A command of Kubernetes. Without `-X` it calls itself v0.0.0-master and clients that compare versions go wrong.
 * The tag `providerless` leaves out the SDKs of the clouds, which the API server has no use for.
 */
function kubernetes(command: string, version: string, folder: string, duration: string): PinnedTool {
  const [major = "", minor = ""] = version.split(".");
  const variables = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor };
  const set = Object.entries(variables).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return {
    name: command,
    module: "k8s.io/kubernetes",
    version,
    moduleFolder: join(__dirname, folder),
    package: `k8s.io/kubernetes/cmd/${command}`,
    ldflags: ["-s -w", ...set].join(" "),
    tags: ["providerless"],
    duration,
  };
}
