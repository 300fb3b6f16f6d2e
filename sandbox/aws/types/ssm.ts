import type { Properties, PropertyValue } from "../../server/properties";
import type { AwsAccount } from "../aws-account";
import { arn } from "../identifiers";
import { jsonObject, oneOf, pattern } from "../input-rules";
import type { AwsType } from "../resource-type";
import { KEY } from "./tokens";

/** Parameters and documents of Systems Manager. */
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
  {
    // Every change of the content is a version; the kind is for life.
    token: "aws:ssm/document:Document",
    taggable: true,
    required: ["content", "documentType"],
    replacedBy: ["name", "documentType"],
    name: { input: "name", within: "region" },
    rules: {
      content: [documentContent],
      documentFormat: [oneOf("JSON", "TEXT", "YAML")],
      documentType: [
        oneOf("Automation", "Command", "Package", "Policy", "Session", "ChangeCalendar", "CloudFormation"),
      ],
      name: [
        pattern(
          /^(?!(aws|amazon|amzn|AWSEC2|AWSConfigRemediation|AWSSupport))[\w.-]{3,128}$/i,
          "3 to 128 letters, digits and ._-, not beginning with aws, amazon or amzn",
        ),
      ],
    },
    json: ["content"],
    id: ({ text }) => text("name"),
    defaults: { documentFormat: "JSON" },
    outputs: ({ account, previous, text }) => {
      const latest = String(Number(previous?.latestVersion ?? 0) + 1);
      return {
        arn: arn(account, "ssm", `document/${text("name")}`),
        defaultVersion: latest,
        latestVersion: latest,
        owner: account.account,
        status: "Active",
      };
    },
    unstable: ["defaultVersion", "latestVersion"],
  },
];

/** JSON with a version of its schema, as every document begins. Documents in YAML aren't looked into. */
function documentContent(value: PropertyValue, account: AwsAccount): string | undefined {
  const text = String(value);
  if (!text.trimStart().startsWith("{")) return undefined;
  const malformed = jsonObject(value, account);
  if (malformed !== undefined) return malformed;
  return "schemaVersion" in (JSON.parse(text) as Properties)
    ? undefined
    : "has no schemaVersion; a document begins with the version of its schema";
}
