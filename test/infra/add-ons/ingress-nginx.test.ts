import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { ingressNginxValues } from "../../../infra/add-ons/ingress-nginx";
import { prodPlatform } from "../prod-platform";

const platform = prodPlatform();
const { controller } = ingressNginxValues({ platform, roleArns: {} });

describe("NGINX in the mesh", () => {
  it("takes what comes in itself, and sends what goes out through its sidecar", () => {
    const traffic = Object.entries(controller.podAnnotations).filter(([key]) => key.startsWith("traffic."));
    expect(traffic).toEqual([["traffic.sidecar.istio.io/includeInboundPorts", ""]]);
  });

  it("has a sidecar that asks for as much CPU as NGINX, and otherwise for what Istio gives all of them", () => {
    const amounts = Object.entries(controller.podAnnotations).filter(([key]) => key.includes("/proxy"));
    expect(Object.fromEntries(amounts)).toEqual({
      "sidecar.istio.io/proxyCPU": controller.resources.requests.cpu,
      "sidecar.istio.io/proxyMemory": "128Mi",
      "sidecar.istio.io/proxyCPULimit": "2",
      "sidecar.istio.io/proxyMemoryLimit": "1Gi",
    });
  });

  it("is read by Prometheus where its metrics are", () => {
    expect(controller.metrics).toEqual({ enabled: true });
    expect(controller.podAnnotations).toMatchObject({ "prometheus.io/scrape": "true", "prometheus.io/port": "10254" });
  });

  it("sends to the address of a Service, which a sidecar knows", () => {
    expect(controller.config).toEqual({ "service-upstream": "true" });
  });

  it("has Jobs without sidecars, by the label that Istio prefers", () => {
    expect(controller.admissionWebhooks.patch.labels).toEqual({ "sidecar.istio.io/inject": "false" });
  });
});

describe("the page for teams", () => {
  const page = readFileSync(resolve(__dirname, "../../../docs/ingress.md"), "utf8");
  const ingress = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "");

  it("has an Ingress with the one annotation, in a namespace that demands mutual TLS", () => {
    expect(ingress).toMatchObject({ apiVersion: "networking.k8s.io/v1", kind: "Ingress" });
    expect(ingress.metadata.annotations).toEqual({
      "nginx.ingress.kubernetes.io/upstream-vhost": "$service_name.$namespace.svc.cluster.local",
    });
    expect(platform.istio.mutualTls.strict).toContain(ingress.metadata.namespace);
  });

  it("explains it with the names of that Ingress, and with the setting that is made for all", () => {
    const [rule] = ingress.spec.rules;
    const { name } = rule.http.paths[0].backend.service;
    expect(page).toContain(`\`${name}.${ingress.metadata.namespace}.svc.cluster.local\``);
    expect(page).toContain(`it doesn't know \`${rule.host}\``);
    const [setting] = Object.entries(controller.config).map(([key, value]) => `${key}: "${value}"`);
    expect(page).toContain(`\`${setting}\``);
  });
});
