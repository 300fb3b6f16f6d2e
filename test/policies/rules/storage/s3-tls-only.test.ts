import { s3TlsOnly } from "../../../../policies/rules/storage/s3-tls-only";
import { type Changeable, inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting } from "./bucket-fixture";

const ARN = "arn:aws:s3:::orders";
const OBJECTS = `${ARN}/*`;

const deny = (): Changeable => ({
  Sid: "DenyPlainHttp",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [ARN, OBJECTS],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** Changes the statement that denies. */
const changed =
  (change: (statement: Changeable) => void) =>
  (things: Things): void => {
    const statement = deny();
    change(statement);
    inputsIn(things, "setting").policy = JSON.stringify({ Statement: [statement] });
  };

const open = (...resources: readonly string[]): readonly string[] =>
  resources.map(
    (arn) =>
      `${BUCKET} orders: bucket: the policy setting lets requests without TLS through to ${arn}; it has to deny them`,
  );

describeRule(s3TlsOnly, {
  good: () => bucketWith("BucketPolicy", { policy: JSON.stringify({ Version: "2012-10-17", Statement: [deny()] }) }),
  holds: [
    [
      "two statements, one for the bucket and one for its objects",
      (things) => {
        const policy = { Statement: [ARN, OBJECTS].map((Resource) => ({ ...deny(), Resource })) };
        inputsIn(things, "setting").policy = JSON.stringify(policy);
      },
    ],
    [
      "a policy as data, and one statement alone",
      (things) => Object.assign(inputsIn(things, "setting"), { policy: { Statement: deny() } }),
    ],
    ["every resource", changed((statement) => Object.assign(statement, { Resource: "*", Action: "*" }))],
    ["the principal written out", changed((statement) => Object.assign(statement, { Principal: { AWS: ["*"] } }))],
    [
      "other letters for key and value",
      changed((statement) => Object.assign(statement, { Condition: { bool: { "aws:securetransport": false } } })),
    ],
  ],
  breaks: [
    ["a bucket without a policy", withoutSetting, [`${BUCKET} orders: bucket: has no BucketPolicy`]],
    ["objects left out", changed((statement) => Object.assign(statement, { Resource: ARN })), open(OBJECTS)],
    ["the bucket left out", changed((statement) => Object.assign(statement, { Resource: OBJECTS })), open(ARN)],
    [
      "objects below a prefix only",
      changed((statement) => Object.assign(statement, { Resource: [ARN, `${ARN}/daily/*`] })),
      open(OBJECTS),
    ],
    [
      "objects with names of one character only",
      changed((statement) => Object.assign(statement, { Resource: [ARN, `${ARN}/?`] })),
      open(OBJECTS),
    ],
    [
      "the objects of another bucket",
      changed((statement) => Object.assign(statement, { Resource: [ARN, "arn:aws:s3:::invoices/*"] })),
      open(OBJECTS),
    ],
    ["reads only", changed((statement) => Object.assign(statement, { Action: "s3:Get*" })), open(ARN, OBJECTS)],
    [
      "one principal only",
      changed((statement) => Object.assign(statement, { Principal: { AWS: "arn:aws:iam::111122223333:root" } })),
      open(ARN, OBJECTS),
    ],
    ["allowing instead", changed((statement) => Object.assign(statement, { Effect: "Allow" })), open(ARN, OBJECTS)],
    [
      "denying what has TLS",
      changed((statement) => Object.assign(statement, { Condition: { Bool: { "aws:SecureTransport": "true" } } })),
      open(ARN, OBJECTS),
    ],
    [
      "a second condition, which lets the rest through",
      changed((statement) => Object.assign(statement.Condition, { StringEquals: { "aws:SourceVpc": "vpc-1" } })),
      open(ARN, OBJECTS),
    ],
    [
      "no condition on TLS at all",
      changed((statement) => Object.assign(statement, { Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } })),
      open(ARN, OBJECTS),
    ],
    [
      "a text that is no policy",
      (things) => Object.assign(inputsIn(things, "setting"), { policy: "{}" }),
      [`${BUCKET} orders: bucket: the policy setting has no Statement; a policy has at least one`],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things, "setting"), { policy: '{"Statement":[{"Resource":"[unknown]"}]}' }),
      [`${BUCKET} orders: policy of setting is unknown before it is created`],
    ],
  ],
});
