import { z } from "zod";
import { POD_SECURITY_LEVELS } from "../reference/pod-security";
import { dnsLabelField } from "./fields";

const namespace = z.strictObject({
  podSecurity: z
    .enum(POD_SECURITY_LEVELS)
    .meta({ allowed: `one of ${POD_SECURITY_LEVELS.join(", ")}` })
    .describe(
      "Level of the Pod Security Standards that pods must meet, and that other objects are warned about. Raising it leaves pods that run alone and refuses their successors.",
    ),
  injection: z
    .boolean()
    .default(false)
    .describe(
      "Whether Istio adds a sidecar to the pods that start from now on. While it is on, pods start only when istiod answers. Default false: a sidecar breaks what talks to pods by their address or is called by the API server.",
    ),
});

/** `vantage:namespaces`: the namespaces that the stack makes, by name. */
export const namespacesSection = z
  .record(dnsLabelField, namespace)
  .describe(
    "Namespaces that the stack makes, by name: those of the platform and those of the applications. Those of Kubernetes itself (kube-*) exist already and don't belong here. Removing one deletes everything in it.",
  );
