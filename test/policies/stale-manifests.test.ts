import { staleManifests } from "../../policies/stale-manifests";
import { resource } from "./estate-fixture";

const service = (port: number, annotations?: Readonly<Record<string, string>>) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "s", namespace: "n", ...(annotations === undefined ? {} : { annotations }) },
  spec: { port },
});
const planned = (port: number, annotations?: Readonly<Record<string, string>>) =>
  resource("kubernetes:core/v1:Service", "s", service(port, annotations));

describe("stale manifests", () => {
  it.each([
    ["the same object", [service(1)], [planned(1)], []],
    ["an annotation that tells Pulumi how to wait", [service(1)], [planned(1, { "pulumi.com/waitFor": "x" })], []],
    ["an object that only the plan has", [], [planned(1)], []],
    ["another value", [service(1)], [planned(2)], ["Service n/s"]],
    ["another annotation", [service(1)], [planned(1, { team: "a" })], ["Service n/s"]],
    ["an object that the plan doesn't have", [service(1)], [], ["Service n/s"]],
  ])("%s", (_what, manifests, resources, expected) => {
    expect(staleManifests(manifests, resources)).toEqual(expected);
  });
});
