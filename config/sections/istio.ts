import { z } from "zod";
import { dnsLabelField, durationField, patternField, quantityField, releaseField } from "./fields";

const amount = z.strictObject({ cpu: quantityField, memory: quantityField });

const resources = z.strictObject({
  requests: amount.describe("What the scheduler reserves. The autoscaler aims at 80 % of the CPU."),
  limits: amount.describe("What a container may use at most."),
});

const component = {
  replicas: z
    .int()
    .min(1)
    .max(20)
    .describe("Pods at least: the documented number, and the minimum of the component's autoscaler."),
  maxReplicas: z
    .int()
    .min(1)
    .max(50)
    .describe("Pods at most, when the autoscaler adds some. 5 is the default of Istio's charts."),
  resources,
};

const ingressGateway = z
  .strictObject({
    ...component,
    internal: z
      .boolean()
      .default(true)
      .describe(
        "Whether the gateway's load balancer has addresses of the VPC only. Changing it replaces the load balancer and its addresses. Default true: the documents show the world's requests at NGINX.",
      ),
  })
  .describe("The gateway into the mesh, spread over the zones. Source: document 002, section 3 (3, one per AZ).");

const certificates = z
  .strictObject({
    workloadTtl: durationField.describe(
      "How long a sidecar's certificate holds. Source: document 002, section 3 (24 hours).",
    ),
    maxWorkloadTtl: durationField.describe(
      "The longest certificate that istiod signs; a longer request is refused, not shortened. Source: document 002, section 3 (7 days).",
    ),
    minGracePeriod: durationField.describe(
      "How long before its end a certificate is replaced at the latest. Source: document 002, section 3 (2 hours before expiry).",
    ),
  })
  .describe("Certificates of the workloads. Sidecars take a change when they restart.");

/** `vantage:istio`: the service mesh, installed by istioctl from one IstioOperator. */
export const istioSection = z
  .strictObject({
    version: releaseField.describe("Istio release, installed by istioctl. Source: document 002, section 3 (1.22.4)."),
    hub: patternField(
      /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+$/,
      "a registry and a repository, such as docker.io/istio",
      "write the registry and the folder of the images, without an image and a tag",
    ).describe("Registry and repository of Istio's images."),
    namespace: dnsLabelField.describe(
      "Namespace of the control plane and root of the mesh: a policy here holds in every namespace that has none of its own. Source: document 002, section 3 (istio-system).",
    ),
    istiod: z.strictObject(component).describe("The control plane. Source: document 002, sections 3 (2) and 13."),
    ingressGateway,
    egressGateway: z
      .strictObject(component)
      .describe("The gateway out of the mesh. Source: document 002, section 3 (2)."),
    cni: z
      .strictObject({ resources })
      .describe(
        "The agent that redirects pods' traffic to their sidecars, one per node. It spares every injected pod an init container with NET_ADMIN.",
      ),
    nativeSidecars: z
      .boolean()
      .default(true)
      .describe(
        "Whether a sidecar is an init container that goes on running, so that Jobs come to an end and it outlives the pod's own containers. Pods take a change when they restart. Default true: Jobs run in namespaces with sidecars.",
      ),
    certificates,
    caWriter: dnsLabelField.describe(
      "Service account in the mesh's namespace as which the Vault agent writes the intermediate CA: it may write that one Secret. Source: document 002, section 6 (User-Agent vault-k8s-agent).",
    ),
    mutualTls: z
      .strictObject({
        strict: z
          .array(dnsLabelField)
          .min(1)
          .describe(
            "Namespaces with a policy of their own that refuses plaintext. The rest has the mesh's. Source: document 002, section 3 (20 of 38 by name).",
          ),
        permissive: z
          .array(dnsLabelField)
          .describe(
            "Namespaces whose sidecars take plaintext as well. Source: document 002, section 3 (legacy-integrations, vendor-webhooks; PLAT-4800).",
          ),
      })
      .describe("What sidecars accept from each other and from others, by namespace."),
  })
  .describe("The service mesh.");
