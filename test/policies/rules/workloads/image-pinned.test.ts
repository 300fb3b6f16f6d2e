import { imagePinned } from "../../../../policies/rules/workloads/image-pinned";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { CONTAINER, containerIn, deployment, podIn } from "./workload-objects";

const connect = () => ({
  apiVersion: "kafka.strimzi.io/v1beta2",
  kind: "KafkaConnect",
  metadata: { name: "connect", namespace: "shop" },
  spec: { image: "registry.test:5000/connect:3.7.1-r1" },
});

describeRule(imagePinned, {
  good: () => ({ objects: [deployment(), connect()] }),
  holds: [
    [
      "an image that is named by its digest",
      (things) => {
        containerIn(things).image = `registry.test/web@sha256:${"0a".repeat(32)}`;
      },
    ],
  ],
  breaks: [
    [
      "tag latest",
      (things) => Object.assign(containerIn(things), { image: "registry.test/web:latest" }),
      [`${CONTAINER}.image: is registry.test/web:latest; it has to name a release`],
    ],
    [
      "an image without a tag, of a registry with a port",
      (things) => Object.assign(containerIn(things), { image: "registry.test:5000/web" }),
      [`${CONTAINER}.image: is registry.test:5000/web; it has to name a release`],
    ],
    [
      "a container without an image",
      (things) => delete containerIn(things).image,
      [`${CONTAINER}.image: is missing; it has to name a release`],
    ],
    [
      "an init container's tag",
      (things) => {
        podIn(things).initContainers = [{ name: "first", image: "busybox" }];
      },
      ["apps/Deployment shop/web: spec.template.spec.initContainers[0].image: is busybox; it has to name a release"],
    ],
    [
      "a custom resource's tag",
      (things) => Object.assign(objectNamed(things, "connect").spec, { image: "registry.test/connect" }),
      ["kafka.strimzi.io/KafkaConnect shop/connect: spec.image: is registry.test/connect; it has to name a release"],
    ],
  ],
  unreadable: [
    [
      "the address of a repository that is known later",
      (things) => Object.assign(containerIn(things), { image: "[unknown]/web:1.2.3" }),
      ["apps/Deployment shop/web: spec.template.spec.containers[0].image is unknown before it is created"],
    ],
  ],
  ignores: [
    [
      "a field of that name that no container is made of",
      (things) => {
        things.objects = [
          { apiVersion: "v1", kind: "PersistentVolume", metadata: { name: "disk" }, spec: { rbd: { image: "disk" } } },
        ];
      },
    ],
  ],
});
