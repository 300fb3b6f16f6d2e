import { apiServiceBlock, controlPlaneBlocks } from "../../../config/derived/api-server";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

test("the control plane's interfaces are in the subnets for it, of every zone", () => {
  expect(controlPlaneBlocks(prodPlatform())).toEqual(["10.42.3.0/26", "10.42.3.64/26", "10.42.3.128/26"]);
});

test.each([
  ["172.20.0.0/16", "172.20.0.1/32"],
  ["10.112.0.0/12", "10.112.0.1/32"],
  ["192.168.10.0/24", "192.168.10.1/32"],
])("of Services in %s the API server's is %s", (serviceCidr, address) => {
  const platform = prodWith((input) => {
    input.cluster.serviceCidr = serviceCidr;
  });
  expect(apiServiceBlock(platform)).toBe(address);
});
