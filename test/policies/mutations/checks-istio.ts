import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutations, removeObjects } from "./mutation";
import { addObject, named } from "./object-parts";

const INJECTION = "istio-injection";
const ENFORCED = "pod-security.kubernetes.io/enforce";
const CA_WRITER = /^intermediate-ca-writer$/;

/** Changes the specification of the control plane. */
const changeControlPlane = (change: (spec: Changeable) => void) =>
  changeObject("IstioOperator", ({ spec }) => change(spec));

/** Changes what the control plane tells the sidecars. */
const changeSidecars = (change: (metadata: Changeable) => void) =>
  changeControlPlane(({ meshConfig }) => change(meshConfig.defaultConfig.proxyMetadata));

/** What the checks about the mesh and its namespaces have to catch. */
export const istioMutations: Mutations = {
  "istio-autoscaling": [
    {
      what: "the replicas of istiod left to the autoscaler of the default profile",
      change: changeControlPlane(({ components }) => delete components.pilot.k8s.hpaSpec),
    },
    {
      what: "more replicas of the gateway than its autoscaler allows",
      change: changeControlPlane(({ components: { ingressGateways } }) =>
        Object.assign(named(ingressGateways, "istio-ingressgateway").k8s.hpaSpec, { maxReplicas: 2 }),
      ),
    },
  ],
  "istio-ca-secrets": [
    {
      what: "the writer of the CA's Secret let at every Secret of the namespace",
      change: changeObject("Role", ({ rules }) => delete rules[0].resourceNames, CA_WRITER),
    },
    {
      what: "the writer of the CA's Secret allowed to delete it",
      change: changeObject("Role", ({ rules }) => rules[0].verbs.push("delete"), CA_WRITER),
    },
    {
      what: "the CA's key among the manifests",
      change: addObject({ apiVersion: "v1", kind: "Secret", metadata: { name: "cacerts", namespace: "istio-system" } }),
    },
  ],
  "istio-certificates": [
    {
      what: "sidecars that ask for certificates of 30 days, more than istiod signs",
      change: changeSidecars((metadata) => Object.assign(metadata, { SECRET_TTL: "720h0m0s" })),
    },
    {
      what: "a lifetime of certificates in days, which Go can't read",
      change: changeSidecars((metadata) => Object.assign(metadata, { SECRET_TTL: "1d" })),
    },
    {
      what: "a share of certificates' lives that is a time",
      change: changeSidecars((metadata) => Object.assign(metadata, { SECRET_GRACE_PERIOD_RATIO: "2h0m0s" })),
    },
  ],
  "istio-operators": [
    {
      what: "Istio's version left to the testing registry",
      change: changeControlPlane((spec) => delete spec.tag),
    },
    {
      what: "a field of istiod that istioctl doesn't know",
      change: changeControlPlane(({ components }) => Object.assign(components.pilot.k8s, { replicas: 2 })),
    },
  ],
  "namespace-pod-security": [
    {
      what: "the Pod Security level of a namespace taken away",
      change: changeObject("Namespace", ({ metadata }) => delete metadata.labels[ENFORCED], /^redis-prod$/),
    },
    {
      what: "Istio's agent on the nodes turned off, without which sidecars need more than their namespaces allow",
      change: changeControlPlane(({ components }) => Object.assign(components.cni, { enabled: false })),
    },
  ],
  "peer-authentications": [
    {
      what: "plaintext admitted in a namespace that has to be strict",
      change: changeObject("PeerAuthentication", ({ spec }) => Object.assign(spec.mtls, { mode: "PERMISSIVE" })),
    },
    {
      what: "a second policy for a whole namespace",
      change: addObject({
        apiVersion: "security.istio.io/v1",
        kind: "PeerAuthentication",
        metadata: { name: "strict", namespace: "orders-prod" },
        spec: { mtls: { mode: "STRICT" } },
      }),
    },
    { what: "the namespace of a policy taken away", change: removeObjects("Namespace", /^checkout-prod$/) },
  ],
  "sidecar-jobs": [
    {
      what: "a Job given a sidecar of the kind that never ends",
      change: (things) => {
        changeControlPlane(({ components }) =>
          Object.assign(named(components.pilot.k8s.env, "ENABLE_NATIVE_SIDECARS"), { value: "false" }),
        )(things);
        changeObject(
          "CronJob",
          ({ spec }) => delete spec.jobTemplate.spec.template.metadata.labels["sidecar.istio.io/inject"],
          /^analytics-batch-processor$/,
        )(things);
      },
    },
  ],
  "sidecar-namespaces": [
    {
      what: "sidecars added to Kafka's pods",
      change: changeObject(
        "Namespace",
        ({ metadata }) => Object.assign(metadata.labels, { [INJECTION]: "enabled" }),
        /^kafka-prod$/,
      ),
    },
    {
      what: "sidecars asked for by a label that Istio doesn't read",
      change: changeObject(
        "Namespace",
        ({ metadata }) => Object.assign(metadata.labels, { [INJECTION]: "true" }),
        /^orders-prod$/,
      ),
    },
  ],
};
