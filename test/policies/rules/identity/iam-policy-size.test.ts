import { iamPolicySize } from "../../../../policies/rules/identity/iam-policy-size";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POLICY, ROLE, ROLE_POLICY } from "./policy-fixture";

/** A text of some characters that count, and twice as many that don't. */
const text = (characters: number): string => "x \n".repeat(characters);
const inline = (name: string, characters: number) =>
  resource(ROLE_POLICY, name, { policy: text(characters), role: "[unknown]" }, { dependencies: [urnOf(ROLE, "node")] });

describeRule(iamPolicySize, {
  good: () => ({
    resources: [
      resource(POLICY, "launcher", { policy: text(6_144) }),
      resource(ROLE, "node", { assumeRolePolicy: text(2_048) }),
      inline("one", 5_000),
      inline("two", 5_240),
      resource(ROLE_POLICY, "of-another-role", { policy: text(10_240), role: "flow-logs" }),
    ],
  }),
  holds: [
    [
      "inline policies of the role itself",
      (things) => Object.assign(inputsIn(things, "node"), { inlinePolicies: [{ name: "a", policy: text(10_240) }] }),
    ],
  ],
  breaks: [
    [
      "a managed policy of one character more",
      (things) => Object.assign(inputsIn(things, "launcher"), { policy: text(6_145) }),
      [`${POLICY} launcher: policy: a managed policy may have 6144 characters; there are 6145`],
    ],
    [
      "trust of one character more",
      (things) => Object.assign(inputsIn(things, "node"), { assumeRolePolicy: text(2_049) }),
      [`${ROLE} node: assumeRolePolicy: a trust policy may have 2048 characters; there are 2049`],
    ],
    [
      "inline policies that together have one more",
      (things) => Object.assign(inputsIn(things, "two"), { policy: text(5_241) }),
      ["one", "two"].map(
        (name) =>
          `${ROLE_POLICY} ${name}: policy: the inline policies of a role may have 10240 characters; there are 10241`,
      ),
    ],
    [
      "inline policies among the inputs of the role that together have one more",
      (things) =>
        Object.assign(inputsIn(things, "node"), {
          inlinePolicies: [
            { name: "a", policy: text(10_000) },
            { name: "b", policy: text(241) },
          ],
        }),
      [
        `${ROLE} node: inlinePolicies[0].policy: the inline policies of a role may have 10240 characters; there are 10241`,
      ],
    ],
  ],
  unreadable: [
    [
      "trust that is known later",
      (things) => Object.assign(inputsIn(things, "node"), { assumeRolePolicy: "[unknown]" }),
      [`${ROLE} node: assumeRolePolicy is unknown before it is created`],
    ],
  ],
});
