import type { KubeObject } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { type PodTemplate, podTemplates } from "./pod-templates";

/**
 * Beginning of the variables that an image of Confluent's takes for settings, by the last part of its repository.
 *
 * Source: Confluent, Docker Configuration Parameters.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  "cp-kafka": "KAFKA_",
  "cp-server": "KAFKA_",
  "cp-kafka-connect": "CONNECT_",
  "cp-kafka-connect-base": "CONNECT_",
  "cp-server-connect": "CONNECT_",
  "cp-kafka-rest": "KAFKA_REST_",
  "cp-ksqldb-server": "KSQL_",
  "cp-schema-registry": "SCHEMA_REGISTRY_",
};

/** Judges Confluent's images by the Services of their namespace. */
export const serviceLinks: ManifestCheck = {
  title: "An image that takes its settings from variables is given none that Kubernetes makes of a Service's name",
  severity: "high",
  why: "Kubernetes sets <SERVICE>_PORT for every Service of the namespace; the registry's image stops at SCHEMA_REGISTRY_PORT, others take it for a setting.",
  remediation: "Set enableServiceLinks of the pod to false.",
  source:
    "Kubernetes, Accessing the Service, Environment Variables; confluentinc/schema-registry-images 7.6.0, configure (PORT is deprecated)",
  link: "https://kubernetes.io/docs/tutorials/services/connect-applications-service/",
  find: ({ objects }) => podTemplates(objects).flatMap((template) => judge(template, objects)),
};

function judge(template: PodTemplate, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const { object: workload, path, spec } = template;
  if (spec.enableServiceLinks === false) return [];
  const prefixes = listAt(spec, ["containers"]).flatMap(
    (container) => SETTINGS[component(textAt(container, ["image"]))] ?? [],
  );
  // Almost every workload: nothing to look for among the Services.
  if (prefixes.length === 0) return [];
  const links = objects.filter(
    (object) =>
      object.kind === "Service" &&
      object.metadata.namespace === workload.metadata.namespace &&
      // A headless Service has no address, and so no variables.
      textAt(object, ["spec", "clusterIP"]) !== "None",
  );
  return links.flatMap(({ metadata: { name } }) =>
    prefixes
      .filter((prefix) => variables(name).startsWith(prefix))
      .map((prefix) =>
        finding(
          workload,
          [...path, "spec", "enableServiceLinks"],
          `Service ${name} gives the pods ${variables(name)}PORT and others, which the image takes for settings (${prefix}*): set it to false`,
        ),
      ),
  );
}

/** The last part of an image's repository. */
function component(image: string): string {
  return (image.split("/").at(-1) ?? "").replace(/[:@].*$/, "");
}

/** Beginning of the variables that a Service gives to pods. */
function variables(service: string): string {
  return `${service.toUpperCase().replaceAll("-", "_")}_`;
}
