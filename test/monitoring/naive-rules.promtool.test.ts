import { documentedGroups } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Replay, type ReplayedSeries, replay, replayWith } from "./replay";

const documented = (alert: string): string => {
  const rules = Object.values(documentedGroups(prodPlatform())).flatMap((group) => group.rules);
  return rules.find((rule) => rule.alert === alert)?.expr ?? "";
};

const gauge = (series: string, value: number): ReplayedSeries => ({ series, gauge: { "09:00": value } });
const counter = (series: string, perSecond: number): ReplayedSeries => ({ series, counter: { "09:00": perSecond } });
const WHEN = { from: "09:00", until: "09:30" } as const;

/** What an alert must do, and an expression that looks right and does something else. */
const CASES: readonly (readonly [what: string, expr: string, spec: Replay, answer: string])[] = [
  [
    "the documented mount point, which no node has",
    documented("NodeDiskPressure"),
    {
      alert: "NodeDiskPressure",
      ...WHEN,
      series: [
        gauge('node_filesystem_avail_bytes{mountpoint="/"}', 13),
        gauge('node_filesystem_size_bytes{mountpoint="/"}', 100),
      ],
      firing: { "09:10": 1 },
    },
    "got: {} 0E+00",
  ],
  [
    "the documented division by a limit that is none",
    documented("RedisMemoryCritical"),
    {
      alert: "RedisMemoryCritical",
      ...WHEN,
      series: [gauge('redis_memory_used_bytes{pod="a"}', 1), gauge('redis_memory_max_bytes{pod="a"}', 0)],
      firing: { "09:10": 0 },
    },
    "got: {} 1E+00",
  ],
  [
    "failing requests divided by themselves",
    'rate(istio_requests_total{reporter="source",response_code=~"5.."}[5m]) / rate(istio_requests_total{reporter="source"}[5m]) > 0.005',
    {
      alert: "IstioServerErrors",
      ...WHEN,
      series: [
        counter('istio_requests_total{reporter="source",response_code="200"}', 9_999),
        counter('istio_requests_total{reporter="source",response_code="503"}', 2),
      ],
      firing: { "09:20": 0 },
    },
    "got: {} 1E+00",
  ],
  [
    "a burn rate without its short window, which goes on for the rest of the hour",
    "customers:requests_failed:ratio1h > 0.0072",
    {
      alert: "ErrorBudgetBurn",
      from: "09:00",
      until: "10:00",
      series: [
        {
          series:
            'istio_requests_total{reporter="source",source_workload_namespace="ingress-nginx",response_code="200"}',
          counter: { "09:00": 1000, "09:10": 0, "09:11": 1000 },
        },
        {
          series:
            'istio_requests_total{reporter="source",source_workload_namespace="ingress-nginx",response_code="503"}',
          counter: { "09:00": 0, "09:10": 1000, "09:11": 0 },
        },
      ],
      firing: { "09:12": 1, "09:50": 0 },
    },
    "got: {} 1E+00",
  ],
  [
    "the end of a certificate that was never issued",
    "certmanager_certificate_expiration_timestamp_seconds - time() < 1814400",
    {
      alert: "CertificateExpiring",
      from: "09:00",
      until: "11:00",
      series: [
        gauge('certmanager_certificate_expiration_timestamp_seconds{namespace="a",name="b"}', 0),
        gauge('certmanager_certificate_renewal_timestamp_seconds{namespace="a",name="b"}', 0),
      ],
      firing: { "10:30": 0 },
    },
    "got: {} 1E+00",
  ],
  [
    "the notice without the time of renewal, which no certificate of two months keeps",
    "min by (namespace, name) (certmanager_certificate_expiration_timestamp_seconds > 0) - time() < 1814400",
    {
      alert: "CertificateExpiring",
      from: "09:00",
      until: "11:00",
      series: [
        gauge('certmanager_certificate_expiration_timestamp_seconds{namespace="a",name="b"}', 20.5 * 86_400),
        gauge('certmanager_certificate_renewal_timestamp_seconds{namespace="a",name="b"}', 43_200),
      ],
      firing: { "10:30": 0 },
    },
    "got: {} 1E+00",
  ],
  [
    "controllers judged one by one",
    "kafka_controller_KafkaController_ActiveControllerCount != 1",
    {
      alert: "KafkaActiveControllers",
      ...WHEN,
      series: [0, 1, 2].map((id) =>
        gauge(
          `kafka_controller_KafkaController_ActiveControllerCount{strimzi_io_name="kafka-prod-kafka",pod="${id}"}`,
          id === 0 ? 1 : 0,
        ),
      ),
      firing: { "09:20": 0 },
    },
    "got: {} 2E+00",
  ],
  [
    "lag judged partition by partition",
    "kafka_consumer_records_lag > 720000",
    {
      alert: "KafkaSinkLag",
      ...WHEN,
      series: [0, 1, 2, 3].map((partition) =>
        gauge(
          `kafka_consumer_records_lag{strimzi_io_cluster="connect-prod",topic="t",partition="${partition}"}`,
          200_000,
        ),
      ),
      firing: { "09:20": 1 },
    },
    "got: {} 0E+00",
  ],
  [
    "brokers counted where there are none left",
    'count(kafka_server_ReplicaManager_PartitionCount{strimzi_io_name="kafka-prod-kafka"}) < 5',
    { alert: "KafkaBrokerDown", ...WHEN, series: [], firing: { "09:20": 1 } },
    "got: {} 0E+00",
  ],
  [
    "a counter that begins with its first failure",
    'increase(actions_total{node_status="error"}[10m]) > 0',
    {
      alert: "SpotHandlerFailed",
      ...WHEN,
      series: [
        {
          series:
            'actions_total{otel_scope_name="aws.node.termination.handler",node_action="cordon",node_status="error"}',
          gauge: { "09:10": 1, "09:12": "gone" },
        },
      ],
      firing: { "09:10:30": 1 },
    },
    "got: {} 0E+00",
  ],
];

describeWithTools([PROMTOOL], "expressions that look right, which the replays find", () => {
  test.each(CASES)("%s", async (_, expr, spec, answer) => {
    await replay(spec);
    await expect(replayWith(expr, spec)).rejects.toThrow(answer);
  });
});
