import { startStatedExporter } from "../../../lab/processes/stated-exporter";
import { lab } from "../../charts/lab/lab-fixture";

test("serves each job at a path of its own, which its target names", async () => {
  const { targets, stop } = await startStatedExporter(lab(), ["backend-0"]);
  try {
    const [{ address, labels } = { address: "", labels: {} }] = targets.kubelet;
    expect(labels).toEqual({ node: "node-0", __metrics_path__: "/kubelet" });
    const text = await (await fetch(`http://${address}/kubelet`)).text();
    expect(text.split("\n").map((line) => line.split("{")[0])).toEqual([
      "kubelet_volume_stats_used_bytes",
      "kubelet_volume_stats_capacity_bytes",
      "",
    ]);
    expect((await fetch(`http://${address}/metrics`)).status).toBe(404);
  } finally {
    stop();
  }
});
