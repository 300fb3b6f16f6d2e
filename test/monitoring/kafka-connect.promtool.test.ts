import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

const WORKERS = [0, 1, 2, 3];
const WHEN = { from: "17:00", until: "17:30" } as const;

const gauge = (
  metric: string,
  worker: number,
  points: Points,
  more = "",
  cluster = "connect-prod",
): ReplayedSeries => ({
  series: `${metric}{strimzi_io_cluster="${cluster}",pod="${cluster}-connect-${worker}"${more}}`,
  gauge: points,
});

describeWithTools([PROMTOOL], "replays: Kafka Connect", () => {
  describe("alert KafkaConnectTaskFailed", () => {
    const alert = "KafkaConnectTaskFailed";
    const failed = (worker: number, points: Points, cluster?: string) =>
      gauge("kafka_connect_connector_failed_task_count", worker, points, ',connector="s3-sink-logs"', cluster);

    test("fires two minutes after a task has failed on one worker, with the connector's name", () =>
      replay({
        alert,
        ...WHEN,
        series: [failed(0, { "17:00": 0 }), failed(1, { "17:00": 0, "17:10": 1 })],
        firing: { "17:11:30": 0, "17:12": 1 },
        instance: {
          at: "17:12",
          labels: { connector: "s3-sink-logs", severity: "critical", team: "platform-infra" },
          annotations: {
            summary: "1 tasks of connector s3-sink-logs have failed",
            description:
              "A failed task stays failed. Read its trace in the status of the KafkaConnector, then restart it there with Strimzi's annotation.",
            runbook_url: "https://runbooks.vantage.internal/kafka-connect",
          },
        },
      }));

    test("fires when a failed task has moved to another worker, and is no other alert", () =>
      replay({
        alert,
        ...WHEN,
        series: [failed(0, { "17:00": 1, "17:11": 0 }), failed(1, { "17:00": 0, "17:11": 1 })],
        firing: { "17:02": 1, "17:11": 1, "17:12": 1 },
      }));

    test("stays silent without failed tasks, and when one lasts a minute and a half", () =>
      replay({
        alert,
        ...WHEN,
        series: [failed(0, { "17:00": 0, "17:10": 1, "17:11:30": 0 })],
        firing: { "17:09": 0, "17:12": 0, "17:30": 0 },
      }));

    test("stays silent about another cluster", () =>
      replay({ alert, ...WHEN, series: [failed(0, { "17:00": 1 }, "connect-lab")], firing: { "17:30": 0 } }));
  });

  describe("alert KafkaConnectWorkerDown", () => {
    const alert = "KafkaConnectWorkerDown";
    const up = (worker: number, points: Points) => gauge("kafka_connect_worker_connector_count", worker, points);
    const others = WORKERS.slice(1).map((worker) => up(worker, { "17:00": 1 }));

    test("fires five minutes after one of four is gone", () =>
      replay({
        alert,
        ...WHEN,
        series: [...others, up(0, { "17:00": 1, "17:10": "gone" })],
        firing: { "17:14:30": 0, "17:15": 1 },
      }));

    test("fires when none was ever there", () =>
      replay({ alert, ...WHEN, series: [], firing: { "17:04:30": 0, "17:05": 1 } }));

    test("stays silent with four, one of which has no connector to run, and when one restarts", () =>
      replay({
        alert,
        ...WHEN,
        series: [...others, up(0, { "17:00": 0, "17:10": "gone", "17:12": 0 })],
        firing: { "17:09": 0, "17:15": 0, "17:30": 0 },
      }));
  });

  describe("alert KafkaSinkLag", () => {
    const alert = "KafkaSinkLag";
    const lag = (records: number, topic = "vantage-order-events") =>
      Array.from({ length: 36 }, (_, partition) =>
        gauge(
          "kafka_consumer_records_lag",
          partition % 4,
          { "17:00": records },
          `,topic="${topic}",partition="${partition}",client_id="connector-consumer-elasticsearch-sink-search-${partition % 4}"`,
        ),
      );

    test("fires when the partitions of a topic together are more than a minute behind", () =>
      replay({
        alert,
        ...WHEN,
        series: [...lag(20_001), ...lag(12, "vantage-application-logs")],
        firing: { "17:09:30": 0, "17:10": 1 },
      }));

    test("stays silent at a minute", () => replay({ alert, ...WHEN, series: lag(20_000), firing: { "17:30": 0 } }));

    // Document 002, section 5.
    test("stays silent at the documented 12 and 420 records", () =>
      Promise.all(
        [12, 420].map((records) => replay({ alert, ...WHEN, series: lag(records), firing: { "17:30": 0 } })),
      ));
  });
});
