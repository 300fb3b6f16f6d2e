import { failsWithoutKey } from "../../../policies/iam/conditions";
import { covers, isAnyOfType, isAnyResource, isRead, isWholeService } from "../../../policies/iam/patterns";

test.each([
  ["iam:PassRole", true],
  ["iam:passrole", true],
  ["iam:Pass*", true],
  ["iam:P?ssRole", true],
  ["*", true],
  ["iam:Pass", false],
  ["xiam:PassRole", false],
  ["iam.PassRole", false],
])("%s covers iam:PassRole: %s", (pattern, expected) => {
  expect(covers(pattern, "iam:PassRole")).toBe(expected);
});

test.each([
  ["*", true],
  ["s3:*", true],
  ["s3:**", true],
  ["s3:Get*", false],
  ["s3:GetObject", false],
])("%s is a whole service: %s", (action, expected) => {
  expect(isWholeService(action)).toBe(expected);
});

test.each([
  ["ec2:DescribeImages", true],
  ["autoscaling:Describe*", true],
  ["s3:listallmybuckets", true],
  ["ec2:*Images", false],
  ["*", false],
  ["ec2:ModifyListener", false],
])("%s only looks: %s", (action, expected) => {
  expect(isRead(action)).toBe(expected);
});

test.each([
  ["*", true, true],
  ["arn:aws:*", true, true],
  ["arn:aws:s3:::*", true, true],
  ["arn:aws:ec2:*:*:*/*", true, true],
  ["arn:aws:ec2:us-east-1:123456789012:instance/*", false, true],
  ["arn:aws:logs:us-east-1:123456789012:log-group:*", false, true],
  ["arn:aws:ec2:us-east-1:123456789012:instance/i-1", false, false],
  ["arn:aws:s3:::backups/*", false, false],
  ["arn:aws:sqs:us-east-1:123456789012:queue", false, false],
  ["arn:aws:sqs:us-east-1:123456789012:queue*", false, false],
  ["arn:aws:iam::123456789012:role/team/*", false, false],
])("%s is any resource: %s, at least any of a type: %s", (pattern, any, ofType) => {
  expect([isAnyResource(pattern), isAnyOfType(pattern)]).toEqual([any, ofType]);
});

test.each([
  ["StringEquals", ["x"], true],
  ["ForAnyValue:StringEquals", ["x"], true],
  ["ArnLike", ["x"], true],
  ["StringNotEquals", ["x"], false],
  ["ArnNotLike", ["x"], false],
  ["NotIpAddress", ["x"], false],
  ["StringEqualsIfExists", ["x"], false],
  ["ForAllValues:StringEquals", ["x"], false],
  ["Null", ["false"], true],
  ["Null", ["true"], false],
])("%s of %j fails where its key is absent: %s", (operator, values, expected) => {
  expect(failsWithoutKey({ operator, key: "aws:ResourceTag/team", values })).toBe(expected);
});
