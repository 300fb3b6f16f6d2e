import { estateOfPlan, objectsIn } from "../../policies/estate-of-plan";
import { prodPlatform } from "../infra/prod-platform";
import { resource, TODAY } from "./estate-fixture";

const service = (port: number) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "s", namespace: "n" },
  port,
});

describe("the estate of a plan", () => {
  it("knows Kubernetes objects by what they are, and Helm releases as resources", () => {
    expect(objectsIn(resource("kubernetes:core/v1:Service", "s", service(1)))).toEqual([service(1)]);
    expect(objectsIn(resource("kubernetes:helm.sh/v3:Release", "r", service(1)))).toEqual([]);
    expect(objectsIn(resource("aws:s3/bucket:Bucket", "b", service(1)))).toEqual([]);
  });

  it("finds the objects that are handed to a command", () => {
    const stdin =
      "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: { name: i }\n---\nplain: text\n";
    expect(objectsIn(resource("command:local:Command", "c", { stdin })).map(({ kind }) => kind)).toEqual([
      "IstioOperator",
    ]);
    expect(objectsIn(resource("command:local:Command", "c", { stdin: "echo: [" }))).toEqual([]);
    expect(objectsIn(resource("command:local:Command", "c", {}))).toEqual([]);
  });

  it("takes the manifest where plan and manifests have the same object", () => {
    const planned = resource("kubernetes:core/v1:Service", "s", service(1));
    const { objects } = estateOfPlan(prodPlatform(), [planned], [service(2)], TODAY);
    expect(objects).toEqual([service(2)]);
  });
});
