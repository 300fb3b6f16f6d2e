import type { KubeObject } from "../../../../../charts/kube-object";
import type { ChangedThings } from "../../../../../review/page/architecture/changed-things";
import { systemsOf } from "../../../../../review/page/architecture/systems/boxes";
import { callsOf } from "../../../../../review/page/architecture/systems/calls/calls";
import { worldOf } from "../../../../../review/page/architecture/systems/world";
import { deployment, object, smallObjects, smallPlan } from "../../page-fixture";

const read = (objects: readonly KubeObject[], resources = smallPlan(), changed: ChangedThings = new Map()) => {
  const world = worldOf(resources, objects);
  return systemsOf(world, callsOf(world), changed);
};

const strict = (namespace: string, mode: string) =>
  object("security.istio.io/v1", "PeerAuthentication", "default", namespace, { spec: { mtls: { mode } } });

/** Four teams that may call one store, and one that calls nothing. */
function teams(modes: Readonly<Record<string, string>> = {}): readonly KubeObject[] {
  const names = ["alpha", "beta", "gamma"];
  return [
    ...[...names, "quiet"].map((name) => object("v1", "Namespace", name, undefined)),
    ...names.map((name) => strict(name, modes[name] ?? "STRICT")),
    deployment("cart", "store"),
    deployment("job", "quiet"),
    object("networking.k8s.io/v1", "NetworkPolicy", "p", "store", {
      spec: {
        podSelector: { matchLabels: { "app.kubernetes.io/name": "cart" } },
        ingress: [
          {
            from: [
              {
                namespaceSelector: {
                  matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values: names }],
                },
              },
            ],
            ports: [{ port: 6379 }],
          },
        ],
      },
    }),
  ];
}

describe("boxes", () => {
  it("are namespaces with their systems, and services outside with what is called of them", () => {
    expect(read(smallObjects()).boxes).toEqual([
      {
        id: "shop",
        title: "shop",
        subtitle: "",
        rows: [{ end: "shop/web", name: "web", detail: "Deployment, 2 pods" }],
        inCluster: true,
      },
      {
        id: "store",
        title: "store",
        subtitle: "",
        rows: [{ end: "store/cart", name: "cart", detail: "Deployment, 2 pods · port 8080" }],
        inCluster: true,
      },
      {
        id: "Amazon S3",
        title: "Amazon S3",
        subtitle: "",
        rows: [{ end: "Amazon S3/lab-backups", name: "lab-backups", detail: "" }],
        inCluster: false,
      },
    ]);
  });

  it("are shared by namespaces with the same calls, which are drawn once", () => {
    const { boxes, calls, silent } = read(teams(), []);
    expect(boxes.map(({ id, title, subtitle, rows }) => [id, title, subtitle, rows.map(({ name }) => name)])).toEqual([
      ["alpha", "3 namespaces with the same calls", "mTLS STRICT", ["alpha", "beta", "gamma"]],
      ["store", "store", "", ["cart"]],
    ]);
    expect(calls.map(({ from, to }) => [from, to])).toEqual([["alpha", "store/cart"]]);
    expect(silent).toEqual([{ end: "quiet", name: "quiet", detail: "job" }]);
  });

  it("aren't shared with one that lets in what the others refuse", () => {
    const { boxes } = read(teams({ beta: "PERMISSIVE" }), []);
    expect(boxes.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ["2 namespaces with the same calls", "mTLS STRICT"],
      ["beta", "mTLS PERMISSIVE"],
      ["store", ""],
    ]);
  });

  it("name what isn't called, and say more of what is", () => {
    const { boxes } = read([...smallObjects(), deployment("idle", "store")]);
    expect(boxes[1]?.rows.map(({ name, detail }) => [name, detail])).toEqual([
      ["cart", "Deployment, 2 pods · port 8080"],
      ["idle", ""],
    ]);
  });

  it("show what changes where it is: at a system, else at its namespace", () => {
    const changed = new Map([
      ["apps/Deployment shop/web", "rolling"],
      ["Service store/cart", "in place"],
      ["aws:s3/bucket:Bucket backups", "data loss"],
    ] as const);
    const marks = read(smallObjects(), smallPlan(), changed).boxes.map(({ change, rows }) => [
      change,
      ...rows.map((row) => row.change),
    ]);
    expect(marks).toEqual([
      [undefined, "rolling"],
      ["in place", undefined],
      [undefined, "data loss"],
    ]);
  });
});
