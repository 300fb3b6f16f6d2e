import { type Properties, textsAt } from "../../server/properties";
import { ec2Id, ec2Outputs } from "../identifiers";
import { integer, oneOf, pattern } from "../input-rules";
import type { AwsType, Rule } from "../resource-type";
import { ANY_SECURITY_GROUP } from "./security-groups";
import { INSTANCE_PROFILE, KEY, LAUNCH_TEMPLATE } from "./tokens";

/** Bytes of user data before encoding. Source: Amazon EC2 User Guide, "Run commands at launch with user data". */
const USER_DATA_LIMIT_BYTES = 16_384;

/** Inputs that are about the template itself; all others are the data of a version. */
const NOT_OF_A_VERSION = ["tags", "defaultVersion", "updateDefaultVersion"];

const USER_DATA: Rule = (value) => {
  const text = String(value);
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) return "isn't base64; encode it";
  const bytes = Buffer.from(text, "base64").length;
  return bytes <= USER_DATA_LIMIT_BYTES
    ? undefined
    : `has ${bytes} bytes before encoding; allowed are ${USER_DATA_LIMIT_BYTES}`;
};

/** Launch templates: every change of their data is a new version. */
export const LAUNCH_TEMPLATE_TYPES: readonly AwsType[] = [
  {
    // Never replaced but for its name: new data is a new version, and who follows the template says which.
    token: LAUNCH_TEMPLATE,
    taggable: true,
    replacedBy: ["name", "namePrefix"],
    name: { input: "name", prefixInput: "namePrefix", within: "region" },
    rules: {
      name: [pattern(/^[\w().\-/]{3,125}$/, "3 to 125 letters, digits and ()._-/")],
      description: [pattern(/^.{0,255}$/, "up to 255 characters")],
      imageId: [
        pattern(
          /^(ami-[0-9a-f]{8,17}|resolve:ssm:.+)$/,
          "an image such as ami-0123456789abcdef0, or resolve:ssm:<parameter>",
        ),
      ],
      userData: [USER_DATA],
      "metadataOptions.httpTokens": [oneOf("optional", "required")],
      "metadataOptions.httpEndpoint": [oneOf("enabled", "disabled")],
      "metadataOptions.instanceMetadataTags": [oneOf("enabled", "disabled")],
      "metadataOptions.httpPutResponseHopLimit": [integer(1, 64)],
      "blockDeviceMappings.ebs.volumeType": [oneOf("standard", "io1", "io2", "gp2", "sc1", "st1", "gp3")],
      "blockDeviceMappings.ebs.volumeSize": [integer(1, 65_536)],
      "blockDeviceMappings.ebs.throughput": [integer(125, 2000)],
      "tagSpecifications.resourceType": [
        oneOf("elastic-gpu", "fleet", "instance", "network-interface", "spot-instances-request", "volume"),
      ],
    },
    // EC2 keeps a template whose groups and profiles are gone: launches fail, not the template.
    references: [
      { path: "vpcSecurityGroupIds", to: ANY_SECURITY_GROUP, holds: false },
      { path: "networkInterfaces.securityGroups", to: ANY_SECURITY_GROUP, holds: false },
      { path: "iamInstanceProfile.arn", to: { [INSTANCE_PROFILE]: ["arn"] }, holds: false },
      { path: "iamInstanceProfile.name", to: { [INSTANCE_PROFILE]: ["id"] }, holds: false },
      { path: "blockDeviceMappings.ebs.kmsKeyId", to: { [KEY]: ["arn", "id"] }, except: /alias\//, holds: false },
    ],
    check: (inputs) =>
      textsAt(inputs, "vpcSecurityGroupIds").length > 0 && inputs.networkInterfaces !== undefined
        ? [
            {
              property: "vpcSecurityGroupIds",
              reason: "vpcSecurityGroupIds excludes networkInterfaces; give the groups there",
            },
          ]
        : [],
    id: ec2Id("lt"),
    outputs: (subject) => {
      const latestVersion = latestVersionOf(subject.previous, subject.inputs);
      const follows = subject.inputs.updateDefaultVersion === true || subject.previous === undefined;
      return {
        arn: ec2Outputs("launch-template")(subject).arn,
        latestVersion,
        defaultVersion: follows ? latestVersion : (subject.previous?.defaultVersion ?? 1),
      };
    },
    unstable: ["latestVersion", "defaultVersion"],
  },
];

/** The first version is 1; data that changed makes the next. */
function latestVersionOf(previous: Properties | undefined, inputs: Properties): number {
  if (previous === undefined) return 1;
  const latest = Number(previous.latestVersion);
  const keys = new Set(
    [...Object.keys(previous), ...Object.keys(inputs)].filter((key) => !NOT_OF_A_VERSION.includes(key)),
  );
  const added = ["arn", "latestVersion", "region", "tagsAll", "name"];
  const changed = [...keys].some(
    (key) => !added.includes(key) && JSON.stringify(previous[key] ?? null) !== JSON.stringify(inputs[key] ?? null),
  );
  return changed ? latest + 1 : latest;
}
