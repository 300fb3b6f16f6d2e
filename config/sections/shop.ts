import { z } from "zod";
import { dnsLabelField, imageField, patternField, quantityField } from "./fields";

const amount = z.strictObject({ cpu: quantityField, memory: quantityField });

const resources = z.strictObject({
  requests: amount
    .prefault({ cpu: "100m", memory: "128Mi" })
    .describe(
      "What a pod is promised. Default 100m and 128Mi. Source: document 003, section 4 (Resource Limits Optimization).",
    ),
  limits: amount
    .prefault({ cpu: "500m", memory: "256Mi" })
    .describe(
      "What a pod may use. Default 500m and 256Mi, five and two times the requests. Source: document 003, section 4 (Resource Limits Optimization).",
    ),
});

const backend = z.strictObject({
  image: imageField.describe(
    "podinfo, or an image with the same endpoints and flags. Rolling. Source: document 003, section 3 (Monthly Security Deep Dive: stefanprodan/podinfo:6.5.0).",
  ),
  minReplicas: z
    .int()
    .min(2)
    .max(20)
    .default(2)
    .describe("Pods at the least. Default 2: one can go while a node is drained. Not documented."),
  maxReplicas: z
    .int()
    .min(3)
    .max(20)
    .default(6)
    .describe(
      "Pods at the most. Default 6: the documented doubling a minute gets there from 2 in two. Not documented.",
    ),
  resources: resources.prefault({}).describe("Requests and limits of a pod of the backend."),
});

const request = z.strictObject({
  path: patternField(
    /^\/[A-Za-z0-9/._-]*$/,
    "a path that begins with /, of letters, digits, dots, hyphens and underscores",
    "begin it with / and leave out blanks and query strings",
  ).describe("What is asked for, with GET."),
  share: z.int().min(1).max(100).describe("How many of the requests of a round ask for it."),
});

/** The mix that a stack file gets when it states none: pages and calls as a visitor makes them, and one mistake of theirs in twenty. */
const DEFAULT_MIX = [
  { path: "/", share: 10 },
  { path: "/api/info", share: 6 },
  { path: "/version", share: 3 },
  { path: "/status/404", share: 1 },
];

const traffic = z.strictObject({
  image: imageField.describe("Image with a POSIX shell, curl and a sleep that takes fractions of a second."),
  requestsPerSecond: z
    .int()
    .min(1)
    .max(50)
    .default(5)
    .describe(
      "Requests a second, if answers took no time. Default 5: a failure in 200 is seen within the 5 minutes of the alert. A curl is started for each, so that 50 is the most. Not documented.",
    ),
  timeoutSeconds: z.int().min(1).max(30).default(2).describe("When a request is given up. Default 2. Not documented."),
  mix: z
    .array(request)
    .min(1)
    .max(20)
    .default(DEFAULT_MIX)
    .describe(
      "What is asked for, and how often. Default: 10 in 20 the start page, 6 an API, 3 the version, 1 a page that isn't there. None fails by the server's fault: exercises add /status/503 or /delay/1. Not documented.",
    ),
});

/** `vantage:shop`: the service that the SRE lab watches, and its customers. */
export const shopSection = z
  .strictObject({
    namespace: dnsLabelField
      .default("sre-shop")
      .describe(
        "Namespace of the shop. Default sre-shop. Source: document 003, section 1 (Application Health Verification).",
      ),
    backend: backend.describe("The service."),
    traffic: traffic.describe("The traffic generator, one pod."),
  })
  .describe("The shop of the SRE lab.");
