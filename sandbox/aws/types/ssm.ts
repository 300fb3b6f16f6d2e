import { arn } from "../identifiers";
import { oneOf, pattern } from "../input-rules";
import type { AwsType } from "../resource-type";
import { KEY } from "./tokens";

/** Parameters of Systems Manager. */
export const SSM_TYPES: readonly AwsType[] = [
  {
    // Every change is a version.
    token: "aws:ssm/parameter:Parameter",
    taggable: true,
    required: ["type"],
    replacedBy: ["name", "dataType"],
    name: { input: "name", within: "region" },
    rules: {
      name: [
        pattern(
          /^(?!\/?(aws|ssm))[\w.\-/]{1,1011}$/i,
          "1 to 1,011 letters, digits and ._-/, not beginning with aws or ssm",
        ),
      ],
      tier: [oneOf("Standard", "Advanced", "Intelligent-Tiering")],
      type: [oneOf("String", "StringList", "SecureString")],
    },
    references: [{ path: "keyId", to: { [KEY]: ["id", "arn"] }, except: /alias\//, holds: false }],
    id: ({ text }) => text("name"),
    defaults: { dataType: "text", tier: "Standard" },
    outputs: ({ account, previous, text }) => ({
      arn: arn(account, "ssm", `parameter${text("name").startsWith("/") ? "" : "/"}${text("name")}`),
      version: Number(previous?.version ?? 0) + 1,
    }),
    unstable: ["version"],
  },
];
