import { z } from "zod";
import { accessSection } from "./sections/access";
import { addOnsSection } from "./sections/add-ons";
import { alertsSection } from "./sections/alerts";
import { awsSection } from "./sections/aws";
import { clusterSection } from "./sections/cluster";
import { clusterAutoscalerSection } from "./sections/cluster-autoscaler";
import { clusterBackupSection } from "./sections/cluster-backup";
import { contactPointsSection } from "./sections/contact-points";
import { dataAccessSection } from "./sections/data-access";
import { istioSection } from "./sections/istio";
import { kafkaSection } from "./sections/kafka";
import { kafkaConnectSection } from "./sections/kafka-connect";
import { karpenterSection } from "./sections/karpenter";
import { labMonitoringSection } from "./sections/lab-monitoring";
import { maintenanceSection } from "./sections/maintenance";
import { namespacesSection } from "./sections/namespaces";
import { networkSection } from "./sections/network";
import { kubeletSection, nodePoolsSection } from "./sections/node-pools";
import { platformSection } from "./sections/platform";
import { policiesSection } from "./sections/policies";
import { redisSection } from "./sections/redis";
import { redisOperatorSection } from "./sections/redis-operator";
import { schemaRegistrySection } from "./sections/schema-registry";
import { securityServicesSection } from "./sections/security-services";
import { shopSection } from "./sections/shop";
import { storageSection } from "./sections/storage";
import { workloadsSection } from "./sections/workloads";

/** Namespace of this project's keys in a stack file: `vantage:network`, `vantage:cluster`, ... */
export const CONFIG_NAMESPACE = "vantage";

/**
 * The sections of a stack file, without their namespace. Each key is one object of the `config` block, so that `pulumi config get
 * vantage:network` shows a whole subject. An optional one is a system: a stack that leaves it out doesn't have it.
 */
export const stackSchema = z.strictObject({
  platform: platformSection,
  aws: awsSection,
  network: networkSection,
  cluster: clusterSection,
  kubelet: kubeletSection,
  nodePools: nodePoolsSection,
  karpenter: karpenterSection.optional(),
  clusterAutoscaler: clusterAutoscalerSection.optional(),
  storage: storageSection,
  namespaces: namespacesSection,
  addOns: addOnsSection,
  istio: istioSection.optional(),
  redisOperator: redisOperatorSection.optional(),
  redis: redisSection.optional(),
  kafka: kafkaSection.optional(),
  kafkaConnect: kafkaConnectSection.optional(),
  schemaRegistry: schemaRegistrySection.optional(),
  workloads: workloadsSection.optional(),
  maintenance: maintenanceSection.optional(),
  alerts: alertsSection.optional(),
  contactPoints: contactPointsSection.optional(),
  policies: policiesSection,
  access: accessSection,
  securityServices: securityServicesSection,
  dataAccess: dataAccessSection,
  labMonitoring: labMonitoringSection.optional(),
  shop: shopSection.optional(),
  clusterBackup: clusterBackupSection.optional(),
});

/** Names of the sections, in the order in which a stack file is read. */
export const SECTION_NAMES = Object.keys(stackSchema.shape) as readonly (keyof typeof stackSchema.shape)[];

/** A stack file as written: plain YAML values. */
export type StackInput = z.input<typeof stackSchema>;

/** A stack file as read: value types for units, defaults filled in. */
export type StackConfig = z.output<typeof stackSchema>;
