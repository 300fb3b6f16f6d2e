import { type Optional, whenMany } from "../../config/parts";
import type { Platform } from "../../config/platform";
import { CERT_MANAGER_CRDS, type CrdPin, ISTIO_CRDS, KARPENTER_CRDS, STRIMZI_CRDS, VELERO_CRDS } from "./pins";

/** The pinned definitions by what brings them. */
const BROUGHT: readonly Optional<CrdPin>[] = [
  whenMany(["karpenter"], () => Object.values(KARPENTER_CRDS)),
  whenMany(["addOns.strimzi-kafka-operator"], () => Object.values(STRIMZI_CRDS)),
  whenMany(["istio"], () => Object.values(ISTIO_CRDS)),
  whenMany(["addOns.cert-manager"], () => Object.values(CERT_MANAGER_CRDS)),
  whenMany(["addOns.velero"], () => Object.values(VELERO_CRDS)),
];

/** The definitions that the operators of a stack bring. One that it doesn't have brings none: the API server then refuses an object of its kinds. */
export function crdsOf(platform: Platform): readonly CrdPin[] {
  return BROUGHT.flatMap((brought) => brought(platform));
}
