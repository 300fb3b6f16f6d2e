import { at, objectLife, objectLines } from "../../fixture";

const SERVICE = "Service";
const CLAIM = "PersistentVolumeClaim";

describe("a change of", () => {
  it.each([
    [
      "another selector",
      SERVICE,
      "spec.selector.app",
      "a",
      "b",
      "in place: traffic goes to the other pods from then on",
    ],
    [
      "another address",
      SERVICE,
      "spec.clusterIP",
      "None",
      "10.0.0.1",
      "replacement: spec.clusterIP of a Service can't change: Pulumi deletes the object and makes it again",
    ],
    [
      "a policy of the network",
      "networking.k8s.io/NetworkPolicy",
      "spec.podSelector.matchLabels.a",
      "1",
      "2",
      "in place: connections are let through or refused by the new rules from then on",
    ],
    [
      "a larger claim",
      CLAIM,
      "spec.resources.requests.storage",
      "1Gi",
      "2Gi",
      "data loss: Pulumi deletes a claim whose spec changes and makes it again, with an empty volume; to expand one, edit it and refresh",
    ],
    [
      "a smaller claim",
      CLAIM,
      "spec.resources.requests.storage",
      "2Gi",
      "1Gi",
      "data loss: a volume can't get smaller: the claim is deleted and made again, with an empty volume",
    ],
    [
      "the same claim",
      CLAIM,
      "spec.resources.requests.storage",
      "1Gi",
      "1024Mi",
      "data loss: Pulumi deletes a claim whose spec changes and makes it again, with an empty volume; to expand one, edit it and refresh; it is the same quantity, written otherwise, but texts are compared",
    ],
    [
      "a class of storage",
      "storage.k8s.io/StorageClass",
      "parameters.type",
      "gp2",
      "gp3",
      "replacement: parameters of a StorageClass can't change: Pulumi deletes it and makes it again; volumes that exist stay as they are, claims wait in between",
    ],
    [
      "expansion",
      "storage.k8s.io/StorageClass",
      "allowVolumeExpansion",
      false,
      true,
      "in place: claims may or may not be expanded from then on; volumes stay as they are",
    ],
    [
      "what a volume comes to",
      "PersistentVolume",
      "spec.persistentVolumeReclaimPolicy",
      "Retain",
      "Delete",
      "in place: nothing is deleted now, but the volume goes with its claim from then on",
    ],
    [
      "a definition",
      "apiextensions.k8s.io/CustomResourceDefinition",
      "spec.scope",
      "a",
      "b",
      "in place: objects that exist stay; the API server checks what is written from then on",
    ],
    [
      "a quota",
      "ResourceQuota",
      "spec.hard.pods",
      10,
      5,
      "in place: pods that run stay; those that would exceed it aren't admitted from then on",
    ],
    [
      "the scope of a quota",
      "ResourceQuota",
      "spec.scopes",
      ["a"],
      ["b"],
      "replacement: spec.scopes[a] of a ResourceQuota can't change: Pulumi deletes the object and makes it again",
    ],
    [
      "a class of priority",
      "scheduling.k8s.io/PriorityClass",
      "value",
      1,
      2,
      "replacement: the API refuses another value: the class has to be deleted and made again; pods that run keep their priority",
    ],
    ["its description", "scheduling.k8s.io/PriorityClass", "description", "a", "b", "no effect: only people read it"],
    [
      "rights",
      "rbac.authorization.k8s.io/Role",
      "rules",
      [{ verbs: ["get"] }],
      [{ verbs: ["list"] }],
      "in place: rights change at once for all who have the role",
    ],
    [
      "whose they are",
      "rbac.authorization.k8s.io/RoleBinding",
      "roleRef.name",
      "a",
      "b",
      "replacement: the API refuses another roleRef: Pulumi deletes the binding and makes it again, and its subjects have no rights in between",
    ],
    [
      "a certificate",
      "cert-manager.io/Certificate",
      "spec.renewBefore",
      "1h",
      "2h",
      "in place: cert-manager issues it anew into its Secret; what read the old one at its start keeps it until then",
    ],
    [
      "the life of backups, shorter",
      "velero.io/Schedule",
      "spec.template.ttl",
      "720h",
      "168h",
      "data loss: backups are deleted sooner, from 720h to 168h: those made from now on; those that exist keep their end",
    ],
    [
      "the life of backups, longer",
      "velero.io/Schedule",
      "spec.template.ttl",
      "168h",
      "720h",
      "in place: backups made from now on hold other things, or stay longer; those that exist stay as they are",
    ],
    [
      "the time of backups",
      "velero.io/Schedule",
      "spec.schedule",
      "a",
      "b",
      "in place: backups are made at other times, or no longer; those that exist stay as they are",
    ],
  ])("%s", (_what, type, path, before, after, expected) => {
    const [line] = objectLines(type, at(path, before), at(path, after));
    expect(line?.split(": ").slice(1).join(": ")).toBe(expected);
  });

  it("ports of a service: clients of one that goes reach nothing", () => {
    const of = (...ports: readonly number[]) =>
      at(
        "spec.ports",
        ports.map((port) => ({ port })),
      );
    expect(objectLines(SERVICE, of(80, 443), of(443))).toEqual([
      "spec.ports[port=80,protocol=TCP]: replacement: clients of this port reach nothing from then on",
    ]);
    expect(objectLines(SERVICE, of(443), of(443, 80))).toEqual([
      "spec.ports[port=80,protocol=TCP]: in place: traffic goes by the new ports from then on",
    ]);
  });

  it("all annotations of a service at once: the worst of them counts", () => {
    const annotated = (annotations?: object) => ({ metadata: { name: "it", namespace: "here", annotations } });
    const scheme = annotated({ note: "a", "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" });
    const taken = "metadata.annotations: replacement: it takes another load balancer, with another address";
    expect(objectLines(SERVICE, scheme, annotated())).toEqual([taken]);
    expect(objectLines(SERVICE, annotated(), scheme)).toEqual([taken]);
    expect(objectLines(SERVICE, annotated({ note: "a" }), annotated())).toEqual([
      "metadata.annotations: in place: annotations of the object itself: what runs is not touched",
    ]);
  });

  it("a port that is named, and not numbered", () => {
    const of = (targetPort: number | string) => at("spec.ports", [{ port: 80, targetPort }]);
    expect(objectLines(SERVICE, of(8080), of("8080"))).toEqual([
      "spec.ports[port=80,protocol=TCP].targetPort: in place: traffic goes by the new ports from then on",
    ]);
  });

  it("labels and annotations that something reads", () => {
    const metadata = (field: string, key: string, value: string) => ({
      metadata: { name: "it", namespace: "here", [field]: { [key]: value } },
    });
    const of = (type: string, field: string, key: string) =>
      objectLines(type, metadata(field, key, "a"), metadata(field, key, "b"))[0]
        ?.split(": ")
        .slice(1)
        .join(": ");
    expect(of("Namespace", "labels", "istio-injection")).toMatch(
      /^in place: pods that run stay as they are; they get their sidecar/,
    );
    expect(of("Namespace", "labels", "pod-security.kubernetes.io/enforce")).toMatch(
      /^in place: pods that run stay; those that break/,
    );
    expect(of("ServiceAccount", "annotations", "eks.amazonaws.com/role-arn")).toMatch(
      /^in place: pods that run keep the role/,
    );
    expect(of(SERVICE, "annotations", "service.beta.kubernetes.io/aws-load-balancer-type")).toMatch(
      /^replacement: it takes another load balancer/,
    );
    expect(of(SERVICE, "annotations", "note")).toBe(
      "in place: annotations of the object itself: what runs is not touched",
    );
  });
});

describe("what goes", () => {
  it.each([
    ["Namespace", "data loss: everything in it is deleted with it, claims of volumes and Secrets among it"],
    [
      "apiextensions.k8s.io/CustomResourceDefinition",
      "data loss: all objects of its kind are deleted with it, and what their operator runs for them",
    ],
    [CLAIM, "data loss: its volume goes with it, unless the volume is retained"],
    ["PersistentVolume", "data loss: nothing leads to what is on it any more; with reclaimPolicy Delete it is deleted"],
    [SERVICE, "replacement: its name and its address are gone: clients reach nothing"],
    ["Secret", "replacement: its values are gone: pods that name it don't start anew"],
    [
      "networking.k8s.io/NetworkPolicy",
      "in place: the pods that it selected may be reached by, and may reach, whatever no other policy shuts out",
    ],
    ["LimitRange", "in place: pods that run stay; those that start from then on have no defaults and no bounds"],
    ["velero.io/Schedule", "in place: no backup is made any more; those that exist stay until they end"],
  ])("%s", (type, expected) => {
    expect(objectLife(type).removed).toBe(expected);
  });
});
