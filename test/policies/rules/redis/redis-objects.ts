import type { Changeable, Things } from "../../estate-fixture";
import { objectNamed } from "../../estate-fixture";

/** How reports call the server below, and where its container is. */
export const SERVER = "apps/StatefulSet cache/sessions";
export const CONTAINER = "spec.template.spec.containers[0]";

/** A StatefulSet that runs one server with this configuration, and what it needs. */
export function server(configuration: readonly string[]): Changeable[] {
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "configuration", namespace: "cache" },
      data: { "redis.conf": configuration.join("\n") },
    },
    {
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "sessions", namespace: "cache" },
      spec: {
        template: {
          metadata: { labels: { app: "sessions" } },
          spec: {
            containers: [
              {
                name: "redis",
                command: ["redis-server", "/etc/redis/redis.conf"],
                args: ["--cluster-announce-ip", "$(POD_IP)"],
                ports: [{ name: "redis", containerPort: 6379 }],
                volumeMounts: [{ name: "data", mountPath: "/data" }],
              },
            ],
            volumes: [{ name: "configuration", configMap: { name: "configuration" } }],
          },
        },
        volumeClaimTemplates: [{ metadata: { name: "data" } }],
      },
    },
  ];
}

/** Puts a configuration in the place of the server's. */
export function configured(...lines: readonly string[]): (things: Things) => void {
  return (things) => {
    objectNamed(things, "configuration").data["redis.conf"] = lines.join("\n");
  };
}

/** Puts arguments in the place of the server's. */
export function called(...words: readonly string[]): (things: Things) => void {
  return (things) => {
    containerIn(things).args = words;
  };
}

/** The server's container, to be changed. */
export function containerIn(things: Things): Changeable {
  return objectNamed(things, "sessions").spec.template.spec.containers[0];
}
