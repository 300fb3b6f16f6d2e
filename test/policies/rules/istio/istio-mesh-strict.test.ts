import { istioMeshStrict } from "../../../../policies/rules/istio/istio-mesh-strict";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { OPERATOR, operator, peers } from "./istio-objects";

const AT = `${OPERATOR}: spec.meshConfig.rootNamespace`;

describeRule(istioMeshStrict, {
  good: () => ({ objects: [operator(), peers("mesh", "STRICT"), peers("legacy", "PERMISSIVE")] }),
  holds: [
    [
      "a root namespace of another name",
      (things) => {
        objectNamed(things).spec = { meshConfig: { rootNamespace: "root" } };
        things.objects.push(peers("root", "STRICT"));
      },
    ],
  ],
  breaks: [
    [
      "a mesh that accepts plaintext",
      (things) => {
        objectNamed(things, "default").spec.mtls.mode = "PERMISSIVE";
      },
      [`${AT}: default of mesh has mode PERMISSIVE; it has to be STRICT`],
    ],
    [
      "a mesh whose policy leaves it open",
      (things) => delete objectNamed(things, "default").spec.mtls,
      [`${AT}: default of mesh has mode UNSET; it has to be STRICT`],
    ],
    [
      "a mesh without a policy",
      (things) => things.objects.splice(1, 1),
      [`${AT}: mesh has no PeerAuthentication for the whole mesh`],
    ],
    [
      "a policy of some pods of the root namespace",
      (things) => Object.assign(objectNamed(things, "default").spec, { selector: { matchLabels: { app: "istiod" } } }),
      [`${AT}: mesh has no PeerAuthentication for the whole mesh`],
    ],
  ],
});
