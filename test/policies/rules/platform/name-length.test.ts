import { PHYSICAL_NAMES } from "../../../../policies/physical-names";
import { nameLength } from "../../../../policies/rules/platform/name-length";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const lengths = (more: number) => PHYSICAL_NAMES.map((kind) => ({ ...kind, name: "a".repeat(kind.longest + more) }));

describeRule(nameLength, {
  good: () => ({ resources: lengths(0).map(({ type, input, name }) => resource(type, "a", { [input]: name })) }),
  breaks: [
    [
      "names that are a character too long, of every type",
      (things) => {
        for (const [index, { input, name }] of lengths(1).entries()) {
          const one = things.resources[index];
          if (one !== undefined) one.inputs[input] = name;
        }
      },
      lengths(1).map(
        ({ type, input, longest, name }) =>
          `${type} a: ${input}: ${name} has ${longest + 1} characters; ${longest} are allowed`,
      ),
    ],
  ],
  unreadable: [
    [
      "a name that is known later",
      (things) => {
        things.resources = things.resources.slice(0, 1);
        inputsIn(things).bucket = "[unknown]";
      },
      ["aws:s3/bucket:Bucket a: bucket is unknown before it is created"],
    ],
  ],
});
