import { containerProbes } from "../../../../policies/rules/workloads/container-probes";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, cronJob, deployment, POD, podIn, service } from "./workload-objects";

const exporter = () => ({
  name: "exporter",
  image: "registry.test/exporter:1",
  ports: [{ name: "metrics", containerPort: 9121 }],
  livenessProbe: { httpGet: { path: "/health", port: "metrics" } },
});

describeRule(containerProbes, {
  good: () => ({ objects: [deployment(), service()] }),
  holds: [
    ["a container beside it that no Service sends to", (things) => podIn(things).containers.push(exporter())],
    ["one that serves nothing", (things) => podIn(things).containers.push({ name: "logs", image: "logs:1" })],
    [
      "one of which a Service also has pods that aren't ready",
      (things) => {
        podIn(things).containers.push(exporter());
        const metrics = service();
        metrics.metadata.name = "metrics";
        metrics.spec.publishNotReadyAddresses = true;
        metrics.spec.ports = [{ port: 9121 }];
        things.objects.push(metrics);
      },
    ],
  ],
  breaks: [
    [
      "a server that nobody watches",
      (things) => delete containerIn(things).livenessProbe,
      [`${CONTAINER}.livenessProbe: is missing; the container serves a port`],
    ],
    [
      "a server that gets calls at once",
      (things) => delete containerIn(things).readinessProbe,
      [
        `${CONTAINER}.readinessProbe: is missing; Service web-http sends to the container`,
        `${POD}.containers: have no readinessProbe; at least one has to tell a rollout`,
      ],
    ],
    [
      "a pod without a Service that a rollout takes for ready",
      (things) => {
        things.objects.pop();
        delete containerIn(things).readinessProbe;
      },
      [`${POD}.containers: have no readinessProbe; at least one has to tell a rollout`],
    ],
    [
      "a second container that a Service finds by number",
      (things) => {
        podIn(things).containers.push(exporter());
        objectNamed(things, "web-http").spec.ports.push({ port: 9121 });
      },
      [`${POD}.containers[1].readinessProbe: is missing; Service web-http sends to the container`],
    ],
    [
      "a sidecar among the init containers",
      (things) => {
        const { livenessProbe: _, ...unwatched } = exporter();
        podIn(things).initContainers = [{ ...unwatched, restartPolicy: "Always" }];
      },
      [`${POD}.initContainers[0].livenessProbe: is missing; the container serves a port`],
    ],
  ],
  ignores: [
    [
      "what runs to its end",
      (things) => {
        things.objects = [cronJob()];
      },
    ],
    [
      "what serves nothing",
      (things) => {
        delete containerIn(things).ports;
      },
    ],
  ],
});
