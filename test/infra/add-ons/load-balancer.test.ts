import { withParts } from "../../../config/parts";
import { toPlatform } from "../../../config/platform";
import { stackSchema } from "../../../config/stack-schema";
import { loadBalancerControllerValues } from "../../../infra/add-ons/load-balancer-controller";
import { loadBalancerPolicy } from "../../../infra/add-ons/load-balancer-policy";
import { policyCharacters } from "../../../infra/identity/policy-size";
import { prodInput, prodPlatform } from "../prod-platform";

const platform = prodPlatform();
const policy = loadBalancerPolicy(platform.aws, "one");

describe("the load balancer controller", () => {
  it("finds its network by a tag and not by the metadata service, and leaves WAF and Shield alone", () => {
    const values = loadBalancerControllerValues({ platform, roleArns: { "aws-load-balancer-controller": "its-arn" } });
    expect(values).toMatchObject({
      clusterName: "prod-us-east-1",
      region: "us-east-1",
      vpcTags: { Name: "prod-us-east-1" },
      serviceAccount: {
        name: "aws-load-balancer-controller",
        annotations: { "eks.amazonaws.com/role-arn": "its-arn" },
      },
      enableShield: false,
      enableWafv2: false,
    });
  });

  it("has a role or says which one is missing", () => {
    expect(() => loadBalancerControllerValues({ platform, roleArns: {} })).toThrow(
      'no role for identity "aws-load-balancer-controller"',
    );
  });
});

describe("its policy", () => {
  it("lets it make and change what carries the tag of its cluster, and nothing else", () => {
    const writes = policy.Statement.filter(({ Sid }) => !["LookAround", "MakeServiceRole"].includes(Sid ?? ""));
    expect(writes.map(({ Sid }) => Sid)).toEqual([
      "MakeSecurityGroups",
      "MakeThemInOwnNetwork",
      "TagNewSecurityGroups",
      "ChangeOwnSecurityGroups",
      "LetLoadBalancersThrough",
      "MakeLoadBalancers",
      "TagWhatIsMade",
      "TagWhatWasMade",
      "ChangeWhatWasMade",
    ]);
    const equal = writes.map(({ Condition }) => Object.entries((Condition as { StringEquals: object }).StringEquals));
    expect(equal.filter((keys) => !keys.some(([key, value]) => value === "one" || /cluster\/one$/.test(key)))).toEqual(
      [],
    );
  });

  it("only looks where AWS admits no narrower resource", () => {
    const wide = policy.Statement.filter(({ Resource }) => (Resource as string[]).includes("*"));
    expect(wide.flatMap(({ Action }) => Action).filter((action) => !/:(Describe|List|Get)/.test(action))).toEqual([]);
  });

  it("fits into one managed policy", () => expect(policyCharacters(policy)).toBeLessThanOrEqual(6_144));
});

describe("a platform with parts", () => {
  it("is the platform where it has them", () => expect(withParts(platform, "kafka")).toBe(platform));

  it("is refused where one is missing, by name", () => {
    const { kafka: _, ...rest } = prodInput();
    const without = toPlatform("prod", stackSchema.parse(rest));
    expect(() => withParts(without, "kafka")).toThrow("Stack prod lacks one of kafka");
  });
});
