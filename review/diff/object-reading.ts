import type { Json } from "../../charts/kube-object";
import type { Reading } from "./compare";
import { documentIn, fileContent } from "./embedded-text";
import { listMembers } from "./merge-keys";
import { sameInObject } from "./same-value";

/** How an object is read. @param type group and kind, as tables name it: `apps/Deployment` */
export function objectReading(type: string): Reading {
  return {
    list: (keys) => listMembers(type, keys),
    same: (keys, before, after) => sameInObject(type, keys, before, after),
    open: (keys, text) => contentIn(type, keys, text),
  };
}

function contentIn(type: string, keys: readonly string[], text: string): Json | undefined {
  const [top, name = ""] = keys;
  if (type === "ConfigMap" && top === "data" && keys.length === 2) return fileContent(name, text);
  // Karpenter hands it to the node: a NodeConfig for AL2023, a script for others.
  return type === "karpenter.k8s.aws/EC2NodeClass" && keys.at(-1) === "userData" ? documentIn(text) : undefined;
}
