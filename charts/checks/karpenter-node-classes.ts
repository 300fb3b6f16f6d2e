import { parse } from "yaml";
import { stackTags } from "../../config/derived/tags";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";

/** Judges every EC2NodeClass by the stack's tags and kubelet settings. */
export const karpenterNodeClasses: ManifestCheck = {
  title: "Instances of a node class are encrypted, tagged and cleaned up like those of the node groups",
  severity: "medium",
  why: "EC2 takes its own default for what a node class leaves out, and says nothing.",
  remediation:
    "Set ebs.kmsKeyID in each of blockDeviceMappings, the stack's tags in spec.tags, and imageMinimumGCAge in spec.userData.",
  source: "document 001, section 1; document 000, section 3; EC2 API, EbsBlockDevice.KmsKeyId",
  link: "https://karpenter.sh/docs/concepts/nodeclasses/",
  find: ({ objects, platform }) =>
    objects
      .filter(({ kind }) => kind === "EC2NodeClass")
      .flatMap((nodeClass) => [
        ...otherKeys(nodeClass),
        ...missingTags(nodeClass, platform),
        ...otherImageAge(nodeClass, platform),
      ]),
};

function otherKeys(nodeClass: KubeObject): readonly ManifestFinding[] {
  const at = ["spec", "blockDeviceMappings"];
  const mappings = valueAt(nodeClass, at);
  return (Array.isArray(mappings) ? mappings : []).flatMap((mapping, index): ManifestFinding[] => {
    if (typeof valueAt(mapping, ["ebs", "kmsKeyID"]) === "string") return [];
    const message = "no kmsKeyID: the volume is encrypted with the account's default key";
    return [{ object: referenceOf(nodeClass), path: [...at, index, "ebs", "kmsKeyID"], message }];
  });
}

function missingTags(nodeClass: KubeObject, platform: Manifests["platform"]): readonly ManifestFinding[] {
  const path = ["spec", "tags"];
  const missing = Object.entries(stackTags(platform)).filter(
    ([tag, value]) => valueAt(nodeClass, [...path, tag]) !== value,
  );
  if (missing.length === 0) return [];
  const message = `instances come without the tags ${missing.map(([tag, value]) => `${tag}=${value}`).join(", ")}`;
  return [{ object: referenceOf(nodeClass), path, message }];
}

function otherImageAge(nodeClass: KubeObject, { kubelet }: Manifests["platform"]): readonly ManifestFinding[] {
  const path = ["spec", "userData"];
  const userData = valueAt(nodeClass, path);
  const wanted = kubelet.imageGc.minimumAge.toString();
  const found = valueAt(typeof userData === "string" ? parse(userData) : undefined, [
    "spec",
    "kubelet",
    "config",
    "imageMinimumGCAge",
  ]);
  if (found === wanted) return [];
  const message = `imageMinimumGCAge is ${found ?? "missing"} in the user data; every other node has ${wanted}`;
  return [{ object: referenceOf(nodeClass), path, message }];
}
