import type { k8s } from "cdk8s-plus-29";
import { valueAt } from "../../../../charts/kube-object";
import { documentedAutoscaler } from "../../../../charts/lab/shop/autoscaler";
import { backendDeployment } from "../../../../charts/lab/shop/backend";
import { shopNetworkPolicies } from "../../../../charts/lab/shop/network-policies";
import { SRE_SHOP } from "../../../../charts/lab/shop/shop";
import { trafficDeployment } from "../../../../charts/lab/shop/traffic";
import { deployedLab, lab, labPlatform } from "../lab-fixture";

const deployed = (kind: string, name: string) => {
  const found = deployedLab().find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
};

describe("the autoscaler", () => {
  // Document 003, section 4 (Horizontal Pod Autoscaler Tuning), key for key.
  const PRINTED = {
    metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } }],
    behavior: {
      scaleUp: {
        stabilizationWindowSeconds: 60,
        policies: [{ type: "Percent", value: 100, periodSeconds: 60 }],
      },
      scaleDown: {
        stabilizationWindowSeconds: 300,
        policies: [{ type: "Percent", value: 25, periodSeconds: 60 }],
      },
    },
  };

  test("is the printed fragment, with a name", () => {
    expect(documentedAutoscaler(lab())).toEqual({
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "backend", namespace: "sre-shop" },
      spec: PRINTED,
    });
  });

  test("is printed as documented", () => {
    expect(SRE_SHOP.printed?.(labPlatform())).toEqual([
      { group: "autoscaling", kind: "HorizontalPodAutoscaler", namespace: "sre-shop", name: "backend" },
    ]);
  });

  test("has a target and bounds once it is deployed, and the behaviour as printed", () => {
    expect(deployed("HorizontalPodAutoscaler", "backend").spec).toEqual({
      ...PRINTED,
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "backend" },
      minReplicas: 2,
      maxReplicas: 6,
    });
  });
});

describe("the backend", () => {
  const container = valueAt(deployed("Deployment", "backend"), ["spec", "template", "spec", "containers", 0]);

  test("asks for the documented example", () => {
    expect(valueAt(container, ["resources"])).toEqual({
      requests: { cpu: "100m", memory: "128Mi" },
      limits: { cpu: "500m", memory: "256Mi" },
    });
  });

  test("runs the documented image at the documented port, and is probed at the documented paths", () => {
    expect(container).toMatchObject({
      image: "stefanprodan/podinfo:6.5.0",
      command: ["./podinfo", "--port=8080", "--level=info"],
      ports: [{ name: "http", containerPort: 8080, protocol: "TCP" }],
      readinessProbe: { httpGet: { path: "/readyz", port: "http" } },
      livenessProbe: { httpGet: { path: "/healthz", port: "http" } },
    });
  });

  test("isn't root, and leaves the number of its pods to the autoscaler", () => {
    const { spec } = backendDeployment(lab());
    expect(spec?.template.spec?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 100, runAsGroup: 101 });
    expect(spec).not.toHaveProperty("replicas");
  });

  test("is behind the documented Service", () => {
    expect(deployed("Service", "backend-service").spec).toEqual({
      selector: { "app.kubernetes.io/name": "backend" },
      ports: [{ name: "http", port: 8080, targetPort: "http", protocol: "TCP", appProtocol: "http" }],
    });
  });

  test("lets one pod go and never the last", () => {
    expect(deployed("PodDisruptionBudget", "backend").spec).toEqual({
      minAvailable: 1,
      selector: { matchLabels: { "app.kubernetes.io/name": "backend" } },
    });
  });
});

describe("the traffic generator", () => {
  test("is one pod, of its image, with the mix of the section", () => {
    const { spec } = trafficDeployment(
      lab(({ shop }) =>
        Object.assign(shop.traffic, {
          requestsPerSecond: 8,
          mix: [
            { path: "/a", share: 2 },
            { path: "/b", share: 1 },
          ],
        }),
      ),
    );
    expect(spec?.replicas).toBe(1);
    const [container] = spec?.template.spec?.containers ?? [];
    expect(container?.image).toBe("docker.io/curlimages/curl:8.9.1");
    expect(container?.env).toEqual([
      { name: "TARGET", value: "http://backend-service.sre-shop.svc.cluster.local:8080" },
      { name: "ROUND", value: "/a /b /a" },
      { name: "TIMEOUT", value: "2" },
      { name: "PAUSE", value: "0.125" },
    ]);
  });
});

describe("who talks to whom", () => {
  const policies = Object.fromEntries(shopNetworkPolicies(lab()).map((one) => [one.metadata?.name, one.spec]));
  const pods = (name: string) => ({ podSelector: { matchLabels: { "app.kubernetes.io/name": name } } });

  test("nobody, unless it is named", () => {
    expect(policies["default-deny"]).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  });

  test("customers and Prometheus call the backend", () => {
    expect(policies.backend?.ingress?.[0]?.from).toEqual([
      pods("traffic-generator"),
      { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } }, ...pods("prometheus") },
    ]);
    expect(policies.backend?.egress).toHaveLength(1);
  });

  test("customers call the backend and DNS, and nobody calls them", () => {
    expect(policies["traffic-generator"]?.egress?.map((rule: k8s.NetworkPolicyEgressRule) => rule.to?.[0])).toEqual([
      pods("backend"),
      {
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
        podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
      },
    ]);
    expect(policies["traffic-generator"]).not.toHaveProperty("ingress");
  });
});
