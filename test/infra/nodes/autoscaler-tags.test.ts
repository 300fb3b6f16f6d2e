import type { NodePool } from "../../../config/platform";
import { autoscalerTags } from "../../../infra/nodes/autoscaler-tags";
import { prodPlatform } from "../prod-platform";

const { nodePools } = prodPlatform();
const tagsOf = (name: string) => autoscalerTags(name, nodePools[name] as NodePool);

describe("tags for cluster-autoscaler", () => {
  it("keep nodes of worker-memory-v3 for 900 s (document 000, section 1)", () => {
    expect(tagsOf("worker-memory-v3")).toEqual({
      "scale-down": {
        key: "k8s.io/cluster-autoscaler/node-template/autoscaling-options/scaledownunneededtime",
        value: "900s",
      },
    });
  });

  it("name the pool label of worker-spot-v2, which may be empty", () => {
    expect(tagsOf("worker-spot-v2")).toEqual({
      "pool-label": {
        key: "k8s.io/cluster-autoscaler/node-template/label/node.kubernetes.io/pool",
        value: "worker-spot-v2",
      },
    });
  });

  it("are none where the flags of the autoscaler say it all", () => {
    expect(tagsOf("worker-general-v5")).toEqual({});
  });
});
