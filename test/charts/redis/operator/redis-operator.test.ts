import { referenceOf, referenceText, valueAt } from "../../../../charts/kube-object";
import { REDIS_OPERATOR } from "../../../../charts/redis/operator/redis-operator";
import { deployableRendering, documentedRendering } from "../../../../charts/synthesize";
import { REDIS_OPERATOR_DEPLOYMENT } from "../../../documented/redis-operator";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { deployable, documented } from "../../rendered";

const prod = prodPlatform();
const DEPLOYMENT = "apps/Deployment redis-system/redis-operator";

/** The chart's part of a rendering. */
const own = (renderings: ReturnType<typeof documentedRendering>) =>
  renderings.find(({ chart }) => chart === REDIS_OPERATOR)?.objects ?? [];

test("the Deployment is rendered as the documents print it, and is the one printed object", () => {
  expect(documented(prod)(DEPLOYMENT)).toEqual(REDIS_OPERATOR_DEPLOYMENT);
  expect(REDIS_OPERATOR.printed?.(prod).map(referenceText)).toEqual([DEPLOYMENT]);
});

test("everything that the pod needs comes before it, in both renderings", () => {
  const objects = [
    "ServiceAccount redis-system/redis-operator",
    "rbac.authorization.k8s.io/ClusterRole redis-operator",
    "rbac.authorization.k8s.io/ClusterRoleBinding redis-operator",
    "rbac.authorization.k8s.io/Role redis-prod/redis-operator",
    "rbac.authorization.k8s.io/RoleBinding redis-prod/redis-operator",
    "rbac.authorization.k8s.io/Role redis-system/redis-operator-leader-election",
    "rbac.authorization.k8s.io/RoleBinding redis-system/redis-operator-leader-election",
    "networking.k8s.io/NetworkPolicy redis-system/redis-operator",
    "Service redis-system/redis-operator-metrics",
    "Service redis-system/redis-operator-webhook",
    "cert-manager.io/Issuer redis-system/redis-operator-webhook-certs",
    "cert-manager.io/Certificate redis-system/redis-operator-webhook-certs",
    DEPLOYMENT,
  ];
  const names = (renderings: ReturnType<typeof documentedRendering>) =>
    own(renderings).map((object) => referenceText(referenceOf(object)));
  expect(names(documentedRendering(prod))).toEqual(objects);
  expect(names(deployableRendering(prod))).toEqual(objects);
});

test("nothing but the Deployment deviates", () => {
  const isOther = ({ kind }: { readonly kind: string }) => kind !== "Deployment";
  expect(own(deployableRendering(prod)).filter(isOther)).toEqual(own(documentedRendering(prod)).filter(isOther));
});

test("as deployed: probes at their own port, no marks of Helm or of the Deployment's controller, a class, all else as printed", () => {
  const { spec } = REDIS_OPERATOR_DEPLOYMENT;
  const { topologySpreadConstraints, ...podSpec } = spec.template.spec;
  expect(topologySpreadConstraints).toEqual([]);
  const [container] = spec.template.spec.containers;
  expect(deployable(prod)(DEPLOYMENT)).toEqual({
    ...REDIS_OPERATOR_DEPLOYMENT,
    metadata: {
      name: "redis-operator",
      namespace: "redis-system",
      labels: {
        "app.kubernetes.io/name": "redis-operator",
        "app.kubernetes.io/version": "2.4.1",
        "app.kubernetes.io/component": "operator",
        "app.kubernetes.io/part-of": "redis-infrastructure",
      },
    },
    spec: {
      ...spec,
      template: {
        ...spec.template,
        spec: {
          ...podSpec,
          priorityClassName: "platform-service",
          containers: [
            {
              ...container,
              ports: [...(container?.ports ?? []), { containerPort: 8081, name: "health", protocol: "TCP" }],
              livenessProbe: { ...container?.livenessProbe, httpGet: { path: "/healthz", port: 8081 } },
              readinessProbe: { ...container?.readinessProbe, httpGet: { path: "/readyz", port: 8081 } },
            },
          ],
        },
      },
    },
  });
  expect(Object.keys(REDIS_OPERATOR_DEPLOYMENT.metadata.annotations)).toHaveLength(3);
});

test("only pods that ask for the account's token get it", () => {
  const account = documented(prod)("ServiceAccount redis-system/redis-operator");
  expect(account.automountServiceAccountToken).toBe(false);
});

test("name, namespace, release, image and node pool follow configuration, in every object", () => {
  const other = prodWith(({ redisOperator }) => {
    Object.assign(redisOperator, {
      name: "keeper",
      namespace: "keeper-system",
      repository: "registry.example.com/redis/keeper",
      version: "2.5.0",
      nodePool: "worker-memory-v3",
    });
  });
  const deployment = documented(other)("apps/Deployment keeper-system/keeper");
  const pod = ["spec", "template", "spec"];
  expect(valueAt(deployment, [...pod, "containers", 0, "image"])).toBe("registry.example.com/redis/keeper:v2.5.0");
  expect(valueAt(deployment, [...pod, "nodeSelector"])).toEqual({ "node.kubernetes.io/pool": "worker-memory-v3" });
  expect(deployment.metadata.labels).toMatchObject({ "helm.sh/chart": "keeper-2.5.0" });
  const text = JSON.stringify(own(deployableRendering(other)));
  expect(text).not.toMatch(/redis-operator|redis-system|2\.4\.1|worker-general-v5/);
});
