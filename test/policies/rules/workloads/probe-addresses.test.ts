import { probeAddresses } from "../../../../policies/rules/workloads/probe-addresses";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment } from "./workload-objects";

const LIVENESS = `${CONTAINER}.livenessProbe.httpGet`;
const READINESS = `${CONTAINER}.readinessProbe.httpGet`;

describeRule(probeAddresses, {
  good: () => ({ objects: [deployment()] }),
  holds: [
    ["a server at every address", (things) => Object.assign(containerIn(things), { args: ["--bind-address=0.0.0.0"] })],
    [
      "a server of its own for metrics",
      (things) => Object.assign(containerIn(things), { args: ["--metrics-bind-address", "127.0.0.1"] }),
    ],
    [
      "the address of another server in the pod",
      (things) => {
        containerIn(things).env = [{ name: "REDIS_ADDR", value: "redis://localhost:6379" }];
      },
    ],
  ],
  breaks: [
    [
      "a server that a flag binds to the container",
      (things) => Object.assign(containerIn(things), { args: ["--bind-address=127.0.0.1"] }),
      [
        `${LIVENESS}.port: is http, which bind-address binds to the container alone`,
        `${READINESS}.port: is 8080, which bind-address binds to the container alone`,
      ],
    ],
    [
      "a flag in two words, with a port",
      (things) => {
        containerIn(things).args = ["--health-addr", "localhost:8081"];
        containerIn(things).readinessProbe.httpGet.port = 8081;
      },
      [`${READINESS}.port: is 8081, which health-addr binds to the container alone`],
    ],
    [
      "a variable with an address and a port",
      (things) => {
        containerIn(things).env = [{ name: "HEALTH_PROBE_BIND_ADDRESS", value: "[::1]:8080" }];
      },
      [
        `${LIVENESS}.port: is http, which HEALTH_PROBE_BIND_ADDRESS binds to the container alone`,
        `${READINESS}.port: is 8080, which HEALTH_PROBE_BIND_ADDRESS binds to the container alone`,
      ],
    ],
    [
      "a host of its own",
      (things) => Object.assign(containerIn(things).livenessProbe.httpGet, { host: "127.0.0.1" }),
      [`${LIVENESS}.host: is 127.0.0.1; left out, it is the pod`],
    ],
  ],
  ignores: [
    [
      "a probe that runs a command in the container",
      (things) => {
        containerIn(things).livenessProbe = { exec: { command: ["redis-cli", "PING"] } };
        delete containerIn(things).readinessProbe;
      },
    ],
  ],
});
