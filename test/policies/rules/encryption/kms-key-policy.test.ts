import { kmsKeyPolicy } from "../../../../policies/rules/encryption/kms-key-policy";
import { type Changeable, inputsIn, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const KEY = "aws:kms/key:Key";
const ACCOUNT = "111122223333";

const allow = (change: Changeable = {}): Changeable => ({
  Sid: "UsedByServices",
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT } },
  ...change,
});

const policy = (...statements: readonly Changeable[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

const withStatement =
  (change: Changeable) =>
  (things: Things): void => {
    inputsIn(things).policy = policy(allow(change));
  };

const open = (actions: string, where = "UsedByServices"): readonly string[] => [
  `${KEY} keys-data: policy: statement ${where} allows every principal ${actions} without a condition on the account; one has to name accounts`,
];

const ACTIONS = "kms:Decrypt, kms:GenerateDataKey*";

describeRule(kmsKeyPolicy, {
  good: () => ({ resources: [resource(KEY, "keys-data", { policy: policy(allow()) })] as Things["resources"] }),
  holds: [
    [
      "a principal by name, without a condition",
      withStatement({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Condition: undefined }),
    ],
    [
      "a service, which KMS asks for its own caller",
      withStatement({ Principal: { Service: "logs.us-east-1.amazonaws.com" }, Condition: undefined }),
    ],
    ["everybody denied", withStatement({ Effect: "Deny", Condition: undefined })],
    [
      "roles of an account",
      withStatement({ Condition: { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/*` } } }),
    ],
  ],
  breaks: [
    ["everybody", withStatement({ Condition: undefined }), open(ACTIONS)],
    [
      "everybody, written short",
      withStatement({ Principal: "*", Condition: undefined, Action: "kms:*" }),
      open("kms:*"),
    ],
    [
      "everybody who comes through S3",
      withStatement({ Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }),
      open(ACTIONS),
    ],
    [
      "everybody but one account",
      withStatement({ Condition: { StringNotEquals: { "kms:CallerAccount": ACCOUNT } } }),
      open(ACTIONS),
    ],
    [
      "everybody but one principal",
      withStatement({
        Sid: undefined,
        Principal: undefined,
        NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Condition: undefined,
      }),
      open(ACTIONS, "1"),
    ],
    [
      "all actions but one",
      withStatement({ Action: undefined, NotAction: "kms:Decrypt", Condition: undefined }),
      open("all but kms:Decrypt"),
    ],
    [
      "everybody in a policy that is a resource of its own",
      (things) => {
        const inputs = { keyId: "[unknown]", policy: policy(allow({ Condition: undefined })) };
        things.resources = [resource("aws:kms/keyPolicy:KeyPolicy", "policy", inputs)] as Things["resources"];
      },
      open(ACTIONS).map((line) => line.replace(`${KEY} keys-data`, "aws:kms/keyPolicy:KeyPolicy policy")),
    ],
    [
      "a text that is no policy",
      (things) => Object.assign(inputsIn(things), { policy: "{}" }),
      [`${KEY} keys-data: policy: has no Statement; a policy has at least one`],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things), { policy: "[unknown]" }),
      [`${KEY} keys-data: policy is unknown before it is created`],
    ],
  ],
  ignores: [["a key with the policy of KMS", (things) => delete inputsIn(things).policy]],
});
