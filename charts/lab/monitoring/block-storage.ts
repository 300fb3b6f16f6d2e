import type { KubeObject, ObjectReference } from "../../kube-object";
import { bucketUser, type Lab } from "../lab";
import { DOCUMENTED_NAMES } from "./names";

/** Key of the ConfigMap that holds the configuration. Source: document 003, section 2 (Prometheus Data Backup). */
export const BLOCK_STORAGE_KEY = "thanos.yaml";

/**
 * The long-term storage as the document prints it, without a namespace; bucket and region come from the stack file. `s3` in lower case is taken by
 * Thanos, which compares without regard to case.
 *
 * Source: document 003, section 2 (Prometheus Data Backup); thanos-io/objstore, client/factory.go.
 */
export function documentedBlockStorage(lab: Lab): KubeObject {
  const { region, dnsSuffix } = lab.aws;
  const { bucket } = bucketUser(lab, lab.labMonitoring.blocksIdentity);
  const text = `type: s3
config:
  bucket: "${bucket}"
  endpoint: "s3.${region}.${dnsSuffix}"
  region: "${region}"
`;
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: DOCUMENTED_NAMES.blockStorage },
    data: { [BLOCK_STORAGE_KEY]: text },
  };
}

/** What {@link documentedBlockStorage} makes. */
export const BLOCK_STORAGE: ObjectReference = { group: "", kind: "ConfigMap", name: DOCUMENTED_NAMES.blockStorage };
