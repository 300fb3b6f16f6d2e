import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

const GIB = 2 ** 30;

/** Values in GiB, as bytes. */
const gib = (points: Readonly<Record<string, number>>): Points =>
  Object.fromEntries(Object.entries(points).map(([at, amount]) => [at, amount * GIB]));

describeWithTools([PROMTOOL], "replays: nodes", () => {
  describe("alert NodeDiskPressure", () => {
    /** A disk of 200 GiB, with its use in percent. */
    const disk = (usedPercent: Readonly<Record<string, number>>, mount = "/"): readonly ReplayedSeries[] => {
      const labels = `{instance="ip-10-42-22-56:9100",node="ip-10-42-22-56",mountpoint="${mount}"}`;
      const free = Object.entries(usedPercent).map(([at, percent]) => [at, 200 - 2 * percent] as const);
      return [
        { series: `node_filesystem_avail_bytes${labels}`, gauge: gib(Object.fromEntries(free)) },
        { series: `node_filesystem_size_bytes${labels}`, gauge: gib({ "09:15": 200 }) },
      ];
    };
    const alert = "NodeDiskPressure";

    // Document 000, section 3: 174 of 200 GiB.
    test("fires two minutes after 87 % at 09:22, with the documented labels and links", () =>
      replay({
        alert,
        from: "09:15",
        until: "09:25",
        series: disk({ "09:15": 64, "09:22": 87 }),
        firing: { "09:21:30": 0, "09:22": 0, "09:23:30": 0, "09:24": 1 },
        instance: {
          at: "09:24",
          labels: {
            instance: "ip-10-42-22-56:9100",
            node: "ip-10-42-22-56",
            mountpoint: "/",
            severity: "warning",
            team: "platform-infra",
            category: "disk",
          },
          annotations: {
            summary: "Node ip-10-42-22-56:9100 disk usage on /var/lib/kubelet above 85%",
            runbook_url: "https://runbooks.vantage.internal/disk-pressure",
            dashboard_url: "https://grafana.vantage.internal/d/node-disk/node-disk-usage",
            grafana_uid: "grafana-alert-disk-4f8a2c",
          },
        },
      }));

    // The documents tell the end at 09:41; the rule itself ends as soon as 84 % is seen.
    test("fires through the documented timeline, and is resolved at 71 %", () =>
      replay({
        alert,
        from: "09:15",
        until: "09:45",
        series: disk({ "09:15": 64, "09:22": 87, "09:26": 84, "09:30": 79, "09:35": 74, "09:38": 71, "09:41": 71 }),
        firing: { "09:24": 1, "09:25:30": 1, "09:26": 0, "09:38": 0, "09:41": 0 },
      }));

    test("fires for as long as the disk is that full, and no longer", () =>
      replay({
        alert,
        from: "09:15",
        until: "09:45",
        series: disk({ "09:22": 87, "09:41": 71 }),
        firing: { "09:24": 1, "09:40:30": 1, "09:41": 0 },
      }));

    test("stays silent at 85 %", () =>
      replay({ alert, from: "09:15", until: "09:45", series: disk({ "09:15": 85 }), firing: { "09:45": 0 } }));

    test("stays silent when 87 % lasts a minute and a half", () =>
      replay({
        alert,
        from: "09:15",
        until: "09:45",
        series: disk({ "09:15": 64, "09:22": 87, "09:23:30": 84 }),
        firing: { "09:24": 0, "09:26": 0 },
      }));

    test("stays silent about a file system that holds no images", () =>
      replay({
        alert,
        from: "09:15",
        until: "09:45",
        series: disk({ "09:15": 99 }, "/boot/efi"),
        firing: { "09:30": 0 },
      }));
  });

  describe("alert HighMemoryPressure", () => {
    /** A node of 64 GiB, with what is available of it. */
    const memory = (
      available: Readonly<Record<string, number>>,
      node = "ip-10-42-31-142",
    ): readonly ReplayedSeries[] => [
      { series: `node_memory_MemAvailable_bytes{instance="${node}:9100"}`, gauge: gib(available) },
      { series: `node_memory_MemTotal_bytes{instance="${node}:9100"}`, gauge: gib({ "04:00": 64 }) },
    ];
    const alert = "HighMemoryPressure";

    test("fires one minute after 3.8 of 64 GiB, with the documented labels", () =>
      replay({
        alert,
        from: "04:00",
        until: "04:15",
        series: memory({ "04:00": 18, "04:12": 3.8 }),
        firing: { "04:12": 0, "04:12:45": 0, "04:13": 1 },
        instance: {
          at: "04:13",
          labels: {
            instance: "ip-10-42-31-142:9100",
            severity: "critical",
            team: "platform-infra",
            escalation: "immediate",
          },
          annotations: {
            summary: "Node ip-10-42-31-142:9100 has less than 8% of its memory available",
            runbook_url: "https://runbooks.vantage.internal/memory-pressure",
            grafana_uid: "grafana-alert-mem-9c4d3e",
          },
        },
      }));

    // Document 002, section 7.
    test("fires in the documented timeline before the pod is killed, and ends with it", () =>
      replay({
        alert,
        from: "04:00",
        until: "04:25",
        series: memory({
          "04:00": 18,
          "04:02": 16,
          "04:04": 12,
          "04:06": 9,
          "04:08": 6,
          "04:10": 4,
          "04:12": 3.8,
          "04:12:10": 12,
          "04:13": 16,
          "04:22:30": 18,
        }),
        firing: { "04:10:45": 0, "04:11": 1, "04:12": 1, "04:12:15": 0, "04:22:30": 0 },
      }));

    test("fires for each node by itself", () =>
      replay({
        alert,
        from: "04:00",
        until: "04:05",
        series: [...memory({ "04:00": 3.8 }), ...memory({ "04:00": 5 }, "a"), ...memory({ "04:00": 40 }, "b")],
        firing: { "04:01": 2 },
      }));

    test("stays silent at 8 %", () =>
      replay({ alert, from: "04:00", until: "04:10", series: memory({ "04:00": 5.12 }), firing: { "04:10": 0 } }));

    test("stays silent when it lasts 45 seconds", () =>
      replay({
        alert,
        from: "04:00",
        until: "04:15",
        series: memory({ "04:00": 18, "04:12": 3.8, "04:12:45": 12 }),
        firing: { "04:12:45": 0, "04:13": 0, "04:14": 0 },
      }));
  });
});
