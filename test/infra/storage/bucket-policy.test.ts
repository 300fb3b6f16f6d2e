import { bucketPolicy } from "../../../infra/storage/bucket-policy";
import { prodPlatform, prodWith } from "../prod-platform";

const { aws } = prodPlatform();
const WHOLE = ["arn:aws:s3:::vantage-backups", "arn:aws:s3:::vantage-backups/*"];

describe("bucketPolicy", () => {
  it("refuses plain HTTP, TLS before 1.2, and another encryption than the bucket's", () => {
    expect(bucketPolicy(aws, "vantage-backups", { encryption: "s3" })).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: ["s3:*"],
          Resource: WHOLE,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "DenyOldTls",
          Effect: "Deny",
          Principal: "*",
          Action: ["s3:*"],
          Resource: WHOLE,
          Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
        },
        {
          Sid: "DenyOtherEncryption",
          Effect: "Deny",
          Principal: "*",
          Action: ["s3:PutObject"],
          Resource: ["arn:aws:s3:::vantage-backups/*"],
          Condition: {
            Null: { "s3:x-amz-server-side-encryption": "false" },
            StringNotEquals: { "s3:x-amz-server-side-encryption": "AES256" },
          },
        },
      ],
    });
  });

  it("demands KMS where the bucket has it", () => {
    const [, , encryption] = bucketPolicy(aws, "vantage-data-lake", { encryption: "kms" }).Statement;
    expect(encryption?.Condition?.StringNotEquals).toEqual({ "s3:x-amz-server-side-encryption": "aws:kms" });
  });

  it("allows nothing by itself", () => {
    const effects = bucketPolicy(aws, "vantage-data-lake", { encryption: "kms" }).Statement.map(({ Effect }) => Effect);
    expect(effects).toEqual(["Deny", "Deny", "Deny"]);
  });

  it("names the bucket in the partition of the region", () => {
    const gov = prodWith((input) => {
      input.aws.region = "us-gov-west-1";
    });
    expect(bucketPolicy(gov.aws, "b", { encryption: "s3" }).Statement[0]?.Resource).toEqual([
      "arn:aws-us-gov:s3:::b",
      "arn:aws-us-gov:s3:::b/*",
    ]);
  });
});
