import { type PolicyDocument, policyDocument } from "../../../infra/identity/policy-document";
import { fittingPolicy, policyCharacters } from "../../../infra/identity/policy-size";

/** A document of one statement whose resource brings it to exactly so many characters. */
function documentOf(characters: number): PolicyDocument {
  const sized = (length: number) =>
    policyDocument([{ Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["x".repeat(length)] }]);
  return sized(characters - policyCharacters(sized(0)));
}

describe("policyCharacters", () => {
  it("counts the minified document", () => {
    const document = policyDocument([{ Sid: "A", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] }]);
    const json =
      '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}';
    expect(policyCharacters(document)).toBe(json.length);
  });

  it("does not count white space inside values", () => {
    const of = (key: string) =>
      policyCharacters(policyDocument([{ Sid: "A", Effect: "Allow", Action: ["s3:GetObject"], Resource: [key] }]));
    expect(of("a b c")).toBe(of("abc"));
  });
});

describe("fittingPolicy", () => {
  it("hands back a document of 6,144 characters", () => {
    const document = documentOf(6_144);
    expect(policyCharacters(document)).toBe(6_144);
    expect(fittingPolicy("reader", document)).toBe(document);
  });

  it("refuses one of 6,145 and names the policy, the limit and the largest statement", () => {
    expect(() => fittingPolicy("reader", documentOf(6_145))).toThrow(
      /^policy "reader" has 6145 characters without white space; a managed policy may have 6144\. Its largest statement is Read:/,
    );
  });
});
