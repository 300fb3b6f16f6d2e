import { istioPlaintextNamespaces } from "../../../../policies/rules/istio/istio-plaintext-namespaces";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { peers } from "./istio-objects";

const SHOP = "security.istio.io/PeerAuthentication shop/default";

describeRule(istioPlaintextNamespaces, {
  settings: { plaintextNamespaces: ["legacy"] },
  good: () => ({ objects: [peers("shop", "STRICT"), peers("legacy", "PERMISSIVE")] }),
  holds: [["a policy that leaves it to the mesh", (things) => delete objectNamed(things).spec.mtls]],
  breaks: [
    [
      "a namespace that accepts plaintext",
      (things) => {
        objectNamed(things).spec.mtls.mode = "PERMISSIVE";
      },
      [`${SHOP}: spec.mtls.mode: is PERMISSIVE, which accepts plaintext; only legacy may`],
    ],
    [
      "a port that accepts nothing else",
      (things) => Object.assign(objectNamed(things).spec, { portLevelMtls: { 8080: { mode: "DISABLE" } } }),
      [`${SHOP}: spec.portLevelMtls.8080.mode: is DISABLE, which accepts plaintext; only legacy may`],
    ],
  ],
});

describeRule(
  { ...istioPlaintextNamespaces, id: "istio-plaintext-namespaces, without an allowance" },
  {
    settings: { plaintextNamespaces: [] },
    good: () => ({ objects: [peers("shop", "STRICT")] }),
    breaks: [
      [
        "any namespace that accepts plaintext",
        (things) => {
          objectNamed(things).spec.mtls.mode = "PERMISSIVE";
        },
        [`${SHOP}: spec.mtls.mode: is PERMISSIVE, which accepts plaintext; only no namespace may`],
      ],
    ],
  },
);
