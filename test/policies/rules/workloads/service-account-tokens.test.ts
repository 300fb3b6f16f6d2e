import { serviceAccountTokens } from "../../../../policies/rules/workloads/service-account-tokens";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { deployment, POD, podIn, rbac } from "./workload-objects";

const account = () => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: {
    name: "web",
    namespace: "shop",
    annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::000000000000:role/web" },
  },
  automountServiceAccountToken: false,
});
const binding = (subject: object) =>
  rbac("RoleBinding", "web", { roleRef: { kind: "Role", name: "web" }, subjects: [subject] });
const TOKEN = `${POD}.automountServiceAccountToken`;

describeRule(serviceAccountTokens, {
  good: () => ({ objects: [deployment(), account()] }),
  holds: [
    [
      "an account that mounts none, of a pod that says nothing",
      (things) => delete podIn(things).automountServiceAccountToken,
    ],
    ...[
      ["an account with a role", { kind: "ServiceAccount", name: "web", namespace: "shop" }],
      ["an account that shares its namespace's role", { kind: "Group", name: "system:serviceaccounts:shop" }],
      ["an account that has a role as a user", { kind: "User", name: "system:serviceaccount:shop:web" }],
    ].map(
      ([what, subject]) =>
        [
          String(what),
          (things: Parameters<typeof podIn>[0]) => {
            podIn(things).automountServiceAccountToken = true;
            things.objects.push(binding(subject as object));
          },
        ] as const,
    ),
  ],
  breaks: [
    [
      "a token for nothing; a role of AWS needs none",
      (things) => Object.assign(podIn(things), { automountServiceAccountToken: true }),
      [`${TOKEN}: is true, and no binding gives shop/web a role; it has to be false`],
    ],
    [
      "a token by default",
      (things) => {
        delete podIn(things).automountServiceAccountToken;
        delete things.objects[1]?.automountServiceAccountToken;
      },
      [`${TOKEN}: is not set, and no binding gives shop/web a role; it has to be false`],
    ],
    [
      "a role of an account of that name in another namespace",
      (things) => {
        podIn(things).automountServiceAccountToken = true;
        things.objects.push(binding({ kind: "ServiceAccount", name: "web", namespace: "other" }));
      },
      [`${TOKEN}: is true, and no binding gives shop/web a role; it has to be false`],
    ],
    [
      "the default account",
      (things) => {
        const pod = objectNamed(things, "web").spec.template.spec;
        delete pod.automountServiceAccountToken;
        delete pod.serviceAccountName;
      },
      [`${TOKEN}: is not set, and no binding gives shop/default a role; it has to be false`],
    ],
  ],
});
