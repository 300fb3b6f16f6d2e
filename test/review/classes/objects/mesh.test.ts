import { at, objectLife, objectLines } from "../../fixture";

const MTLS = "security.istio.io/PeerAuthentication";
const OPERATOR = "install.istio.io/IstioOperator";
const mode = (value: string) => at("spec.mtls.mode", value);
const PLAINTEXT =
  "services take plaintext, too: whoever reaches a pod can talk to it without a certificate of the mesh";

describe("who may talk to a pod", () => {
  it("is said with the namespace", () => {
    expect(objectLife(MTLS, mode("PERMISSIVE"))).toEqual({
      added: `in place: in namespace here: ${PLAINTEXT}`,
      removed: "in place: in namespace here: the mesh's own policy counts again",
    });
    expect(objectLife(MTLS, mode("STRICT")).added).toBe(
      "in place: in namespace here: calls without a certificate of the mesh are refused from then on",
    );
    expect(objectLife(MTLS, { spec: { selector: {}, mtls: { mode: "PERMISSIVE" } } }).added).toBe(
      `in place: in namespace here, for the pods that it selects: ${PLAINTEXT}`,
    );
  });

  it.each([
    ["STRICT", "PERMISSIVE", PLAINTEXT],
    ["STRICT", "DISABLE", PLAINTEXT],
    ["PERMISSIVE", "STRICT", "calls without a certificate of the mesh are refused from then on"],
  ])("from %s to %s", (before, after, text) => {
    expect(objectLines(MTLS, mode(before), mode(after))).toEqual([
      `spec.mtls.mode: in place: in namespace here, from ${before} to ${after}: ${text}`,
    ]);
  });

  it("is said of single ports, too", () => {
    const port = (value: string) => ({ spec: { portLevelMtls: { 9090: { mode: value } } } });
    expect(objectLines(MTLS, port("STRICT"), port("PERMISSIVE"))).toEqual([
      `spec.portLevelMtls.9090.mode: in place: in namespace here, from STRICT to PERMISSIVE: ${PLAINTEXT}`,
    ]);
  });
});

describe("the mesh", () => {
  it.each([
    ["spec.components.pilot.k8s.resources.requests.cpu", "1", "2", "rolling"],
    ["spec.components.pilot.k8s.hpaSpec.minReplicas", 2, 3, "in place"],
    ["spec.components.cni.k8s.resources.requests.cpu", "1", "2", "rolling"],
    ["spec.components.cni.enabled", true, false, "replacement"],
    ["spec.meshConfig.accessLogFile", "a", "b", "in place"],
    ["spec.meshConfig.defaultConfig.concurrency", 1, 2, "in place"],
    ["spec.hub", "a", "b", "rolling"],
  ])("with another %s: %s -> %s", (path, before, after, expected) => {
    const [line] = objectLines(OPERATOR, at(path, before), at(path, after));
    expect(line?.split(": ").slice(0, 2)).toEqual([path, expected]);
  });

  it("has gateways whose balancers may be others", () => {
    const of = (annotation: string, value: string) =>
      at("spec.components.ingressGateways", [
        {
          name: "in",
          k8s: { serviceAnnotations: { [`service.beta.kubernetes.io/aws-load-balancer-${annotation}`]: value } },
        },
      ]);
    const classOf = (annotation: string) =>
      objectLines(OPERATOR, of(annotation, "a"), of(annotation, "b"))[0]?.split(": ")[1];
    expect(classOf("internal")).toBe("replacement");
    expect(classOf("nlb-target-type")).toBe("replacement");
    expect(classOf("additional-resource-tags")).toBe("in place");
    const [without] = [{ components: { ingressGateways: [{ name: "in", k8s: {} }] } }];
    expect(objectLines(OPERATOR, of("scheme", "internal"), { spec: without })).toEqual([
      "spec.components.ingressGateways[name=in].k8s.serviceAnnotations: replacement: the gateway takes another load balancer, with another address",
    ]);
  });

  it("loses what came in by a gateway that goes, and nothing for one that comes", () => {
    const internal = { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" };
    const gateways = (...names: readonly string[]) =>
      at(
        "spec.components.ingressGateways",
        names.map((name) => ({ name, k8s: { serviceAnnotations: internal } })),
      );
    const gone =
      "replacement: istioctl removes the gateway with its load balancer: what came in, or went out, by it reaches nothing";
    const path = "spec.components.ingressGateways";
    expect(objectLines(OPERATOR, gateways("a", "b"), gateways("a"))).toEqual([`${path}[name=b]: ${gone}`]);
    expect(objectLines(OPERATOR, gateways("a"), at("spec.components", {}))).toEqual([`${path}: ${gone}`]);
    expect(objectLines(OPERATOR, at("spec.components", {}), gateways("a"))[0]?.split(": ")[1]).toBe("rolling");
    expect(objectLines(OPERATOR, gateways("a"), gateways("a", "b"))).toEqual([
      `${path}[name=b]: in place: istioctl makes the gateway; those that exist go on`,
    ]);
  });

  it("is gone where a component has no pods", () => {
    const of = (replicaCount: number) => at("spec.components.pilot.k8s.replicaCount", replicaCount);
    expect(objectLines(OPERATOR, of(2), of(0))).toEqual([
      "spec.components.pilot.k8s.replicaCount: replacement: all pods of the component are ended: what they served is gone until there are some again",
    ]);
  });

  it("has routes that change while it runs", () => {
    expect(
      objectLines(
        "networking.istio.io/VirtualService",
        at("spec.http", [{ timeout: "10s" }]),
        at("spec.http", [{ timeout: "5s" }]),
      ),
    ).toEqual(["spec.http[0].timeout: in place: sidecars and gateways take it over within seconds, without a restart"]);
  });
});
