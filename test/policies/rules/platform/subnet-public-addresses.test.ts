import { subnetPublicAddresses } from "../../../../policies/rules/platform/subnet-public-addresses";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const SUBNET = "aws:ec2/subnet:Subnet";

describeRule(subnetPublicAddresses, {
  good: () => ({ resources: [resource(SUBNET, "public-a", { mapPublicIpOnLaunch: false })] }),
  holds: [["the default, which is off", (things) => delete inputsIn(things).mapPublicIpOnLaunch]],
  breaks: [true, "true"].map((mapPublicIpOnLaunch) => [
    `public addresses (${typeof mapPublicIpOnLaunch})`,
    (things) => Object.assign(inputsIn(things), { mapPublicIpOnLaunch }),
    [`${SUBNET} public-a: mapPublicIpOnLaunch: is true; it has to be false`],
  ]),
  unreadable: [
    [
      "a value that is known later",
      (things) => Object.assign(inputsIn(things), { mapPublicIpOnLaunch: "[unknown]" }),
      [`${SUBNET} public-a: mapPublicIpOnLaunch is unknown before it is created`],
    ],
  ],
});
