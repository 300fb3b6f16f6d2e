import { endpointPrivateDns } from "../../../../policies/rules/platform/endpoint-private-dns";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

describeRule(endpointPrivateDns, {
  good: () => ({ resources: [resource(ENDPOINT, "sts", { vpcEndpointType: "Interface", privateDnsEnabled: true })] }),
  breaks: [
    [
      "names of its own",
      (things) => Object.assign(inputsIn(things), { privateDnsEnabled: false }),
      [`${ENDPOINT} sts: privateDnsEnabled: is false; it has to be true`],
    ],
    [
      "the default, which is off",
      (things) => delete inputsIn(things).privateDnsEnabled,
      [`${ENDPOINT} sts: privateDnsEnabled: is not set; it has to be true`],
    ],
  ],
  ignores: [["gateway endpoints", (things) => Object.assign(inputsIn(things), { vpcEndpointType: "Gateway" })]],
});
