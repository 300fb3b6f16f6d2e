import { AwsAccountFixture } from "../aws-account-fixture";

const DETECTOR = "aws:guardduty/detector:Detector";
const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const HUB = "aws:securityhub/account:Account";
const STANDARD = "aws:securityhub/standardsSubscription:StandardsSubscription";
const standardsArn = "arn:aws:securityhub:eu-central-1::standards/nist-800-53/v/5.0.0";

test("a region has one detector, and protections belong to it", async () => {
  const aws = new AwsAccountFixture();
  await expect(aws.make(FEATURE, { detectorId: "d", name: "EKS_AUDIT_LOGS", status: "ENABLED" })).rejects.toThrow(
    'detectorId names "d"',
  );
  const detector = await aws.make(DETECTOR, {});
  expect(detector.id).toMatch(/^[0-9a-f]{32}$/);
  expect(detector.state).toMatchObject({
    arn: `arn:aws:guardduty:eu-central-1:111122223333:detector/${detector.id}`,
    enable: true,
    findingPublishingFrequency: "SIX_HOURS",
  });
  await expect(aws.make(DETECTOR, {}, "two")).rejects.toThrow("a detector already exists");
  const feature = await aws.make(FEATURE, { detectorId: detector.id, name: "EKS_AUDIT_LOGS", status: "ENABLED" });
  expect(feature.id).toBe(`${detector.id}/EKS_AUDIT_LOGS`);
});

test("an account has one hub, and standards come after it", async () => {
  const aws = new AwsAccountFixture();
  await expect(aws.make(STANDARD, { standardsArn })).rejects.toThrow("isn't subscribed to Security Hub");
  const hub = await aws.make(HUB, { enableDefaultStandards: false });
  expect(hub.id).toBe("111122223333");
  await expect(aws.make(HUB, {}, "two")).rejects.toThrow("already exists");
  expect((await aws.make(STANDARD, { standardsArn })).id).toBe(
    "arn:aws:securityhub:eu-central-1:111122223333:subscription/nist-800-53/v/5.0.0",
  );
});

test.each([
  [DETECTOR, { findingPublishingFrequency: "HOURLY" }, "one of FIFTEEN_MINUTES"],
  [FEATURE, { detectorId: "d", name: "EKS", status: "ENABLED" }, "one of S3_DATA_EVENTS, EKS_AUDIT_LOGS"],
  [FEATURE, { detectorId: "d", name: "EKS_AUDIT_LOGS", status: "ON" }, "one of ENABLED, DISABLED"],
  [STANDARD, { standardsArn: standardsArn.replace("eu-central-1", "us-east-1") }, "a standard of eu-central-1"],
  [STANDARD, { standardsArn: standardsArn.replace("arn:aws:", "arn:aws-us-gov:") }, "in partition aws"],
])("%s with %j is refused", (type, inputs, message) => {
  expect(new AwsAccountFixture().failures(type, inputs)[0]?.reason).toContain(message);
});
