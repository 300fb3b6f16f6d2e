import { istioPlaintextAllowances } from "../../../../policies/rules/istio/istio-plaintext-allowances";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { namespace, operator, peers } from "./istio-objects";

const AT = "Namespace legacy: vantage:policies.plaintextNamespaces";

describeRule(istioPlaintextAllowances, {
  settings: { plaintextNamespaces: ["legacy"] },
  good: () => ({ objects: [namespace("legacy"), peers("legacy", "PERMISSIVE")] }),
  ignores: [["a stack of which no object of the mesh is at hand", (things) => things.objects.pop()]],
  holds: [
    [
      "a namespace of which one port accepts plaintext",
      (things) => {
        objectNamed(things, "default").spec = { mtls: { mode: "STRICT" }, portLevelMtls: { 80: { mode: "DISABLE" } } };
      },
    ],
  ],
  breaks: [
    [
      "a namespace that doesn't exist",
      (things) => things.objects.shift(),
      [`${AT}: names legacy, which doesn't exist`],
    ],
    [
      "a namespace that refuses plaintext by now",
      (things) => {
        objectNamed(things, "default").spec.mtls.mode = "STRICT";
      },
      [`${AT}: names legacy, where no PeerAuthentication accepts plaintext`],
    ],
    [
      "a namespace without a policy",
      (things) => things.objects.splice(1, 1, operator()),
      [`${AT}: names legacy, where no PeerAuthentication accepts plaintext`],
    ],
  ],
});
