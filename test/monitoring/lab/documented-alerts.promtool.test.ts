import { describeWithTools } from "../../tools/describe-with-tools";
import { PROMTOOL } from "../../tools/tools";
import { labReplay, PRINTED } from "./lab-replay";

const pod = (name: string, more = "") => `{job="backend",namespace="sre-shop",pod="${name}"${more}}`;
const requests = (status: string, name = "backend-0") => `http_requests_total${pod(name, `,status="${status}"`)}`;

/** A healthy service: one request in 100,000 fails. */
const HEALTHY = { [requests("200")]: "0+100000x200", [requests("500")]: "0+1x200" };

describeWithTools([PROMTOOL], "replays: the lab's documented alerts", () => {
  describe("alert HighErrorRate", () => {
    const alert = "HighErrorRate";

    test("fires five minutes after 2 % fail, with the documented words", () =>
      labReplay({
        alert,
        series: { [requests("200")]: "0+980x80", [requests("500")]: "0+20x80" },
        firing: { "4m": 0, "6m": 1 },
        instance: {
          at: "10m",
          exp_labels: { severity: "critical", service: "backend" },
          exp_annotations: {
            summary: "High error rate detected",
            description: "Error rate is 2% for the last 5 minutes",
            runbook_url: "https://wiki.company.com/runbooks/high-error-rate",
          },
        },
      }));

    test("stays silent at 1 %", () =>
      labReplay({
        alert,
        series: { [requests("200")]: "0+990x80", [requests("500")]: "0+10x80" },
        firing: { "20m": 0 },
      }));

    test("stays silent when one pod of two fails 1.8 %, and the service 0.9", () =>
      labReplay({
        alert,
        series: {
          [requests("200", "backend-0")]: "0+982x80",
          [requests("500", "backend-0")]: "0+18x80",
          [requests("200", "backend-1")]: "0+1000x80",
        },
        firing: { "20m": 0 },
      }));

    test("stays silent without traffic, and without an error since the start", async () => {
      await labReplay({
        alert,
        series: { [requests("200")]: "5x80", [requests("500")]: "5x80" },
        firing: { "20m": 0 },
      });
      await labReplay({ alert, series: { [requests("200")]: "0+10x80" }, firing: { "20m": 0 } });
    });

    test("on a healthy service it is silent, and fires as printed", async () => {
      await labReplay({ alert, series: HEALTHY, firing: { "20m": 0 } });
      await labReplay({ alert, series: HEALTHY, firing: { "20m": 1 } }, PRINTED);
    });
  });

  describe("alert HighLatency", () => {
    const alert = "HighLatency";
    /** Requests of a route, so many of a thousand above 100 ms, all of them below 250 ms. */
    const route = (path: string, above: number) =>
      Object.fromEntries(
        [
          ["0.1", 1000 - above],
          ["0.25", 1000],
          ["+Inf", 1000],
        ].map(([le, count]) => [
          `http_request_duration_seconds_bucket${pod("backend-0", `,method="GET",path="${path}",status="200",le="${le}"`)}`,
          `0+${count}x120`,
        ]),
      );

    // Interpolated between 100 and 250 ms: 0.1 + 0.15 * (950 - 750) / 250 s.
    test("fires ten minutes after 95 % take 220 ms, with the documented words", () =>
      labReplay({
        alert,
        series: route("root", 250),
        firing: { "9m": 0, "11m": 1 },
        instance: {
          at: "15m",
          exp_labels: {
            job: "backend",
            namespace: "sre-shop",
            pod: "backend-0",
            method: "GET",
            path: "root",
            status: "200",
            severity: "warning",
            service: "backend",
          },
          exp_annotations: {
            summary: "High latency detected",
            // The document writes the value as it is.
            description: "95th percentile latency is 0.21999999999999997s",
            runbook_url: "https://wiki.company.com/runbooks/high-latency",
          },
        },
      }));

    test("stays silent at 200 ms", () => labReplay({ alert, series: route("root", 150), firing: { "25m": 0 } }));

    test("judges each route by itself", () =>
      labReplay({ alert, series: { ...route("root", 0), ...route("api_info", 1000) }, firing: { "25m": 1 } }));
  });

  describe("alert HighCPUUsage", () => {
    const alert = "HighCPUUsage";
    const of = (name: string, container: string) => `{namespace="sre-shop",pod="${name}",container="${container}"}`;
    /** A pod that uses so many thousandths of a core, with this limit; 0 is none. */
    const using = (name: string, milli: number, limitMilli: number) => ({
      [`container_cpu_usage_seconds_total${of(name, "backend")}`]: `0+${(milli * 15) / 1000}x160`,
      // The pod's own series, as cAdvisor has it.
      [`container_cpu_usage_seconds_total${of(name, "")}`]: `0+${(milli * 15) / 1000}x160`,
      [`container_spec_cpu_quota${of(name, "backend")}`]: `${limitMilli * 100}x160`,
      [`container_spec_cpu_quota${of(name, "")}`]: `${limitMilli * 100}x160`,
      [`container_spec_cpu_period${of(name, "backend")}`]: "100000x160",
      [`container_spec_cpu_period${of(name, "")}`]: "100000x160",
    });

    test("fires fifteen minutes after a pod uses 90 % of half a core", () =>
      labReplay({
        alert,
        series: using("backend-0", 450, 500),
        // The rate of the first five minutes is of what they have seen.
        firing: { "18m": 0, "20m": 1 },
        instance: {
          at: "25m",
          exp_labels: { namespace: "sre-shop", pod: "backend-0", severity: "warning" },
          exp_annotations: {
            summary: "High CPU usage on backend-0",
            description: "CPU usage is 90%",
            runbook_url: "https://wiki.company.com/runbooks/high-cpu-usage",
          },
        },
      }));

    test("stays silent below 80 % of the limit, and for pods without one", async () => {
      await labReplay({ alert, series: using("backend-0", 395, 500), firing: { "30m": 0 } });
      await labReplay({ alert, series: using("batch-0", 3500, 0), firing: { "30m": 0 } });
    });

    test("as printed it is silent at a limit of half a core, and fires at a quarter of four", async () => {
      await labReplay({ alert, series: using("backend-0", 500, 500), firing: { "30m": 0 } }, PRINTED);
      await labReplay({ alert, series: using("large-0", 1000, 4000), firing: { "30m": 1 } }, PRINTED);
      await labReplay({ alert, series: using("large-0", 1000, 4000), firing: { "30m": 0 } });
    });
  });

  describe("alert HighMemoryUsage", () => {
    const alert = "HighMemoryUsage";
    const of = (container: string) => `{namespace="sre-shop",pod="backend-0",container="${container}"}`;
    /** A container that holds so many MiB, of which so many are file cache, with this limit; 0 is none. */
    const holding = (mebibytes: number, limit: number, cache = 0) => ({
      [`container_memory_working_set_bytes${of("backend")}`]: `${mebibytes - cache}x160`,
      [`container_memory_usage_bytes${of("backend")}`]: `${mebibytes}x160`,
      [`container_spec_memory_limit_bytes${of("backend")}`]: `${limit}x160`,
      [`container_memory_working_set_bytes${of("")}`]: `${mebibytes - cache}x160`,
      [`container_spec_memory_limit_bytes${of("")}`]: `${limit}x160`,
    });

    test("fires ten minutes after 240 of 256 MiB, once a container", () =>
      labReplay({
        alert,
        series: holding(240, 256),
        firing: { "9m": 0, "11m": 1 },
        instance: {
          at: "15m",
          exp_labels: { namespace: "sre-shop", pod: "backend-0", container: "backend", severity: "warning" },
          exp_annotations: {
            summary: "High memory usage on backend-0",
            description: "Memory usage is 93.75%",
            runbook_url: "https://wiki.company.com/runbooks/high-memory-usage",
          },
        },
      }));

    test("stays silent at 230 of 256 MiB, and at 250 of which 50 are cache", async () => {
      await labReplay({ alert, series: holding(230, 256), firing: { "20m": 0 } });
      await labReplay({ alert, series: holding(250, 256, 50), firing: { "20m": 0 } });
    });

    test("a container without a limit is silent, and fires as printed", async () => {
      await labReplay({ alert, series: holding(100, 0), firing: { "20m": 0 } });
      await labReplay({ alert, series: holding(100, 0), firing: { "20m": 1 } }, PRINTED);
    });
  });
});
