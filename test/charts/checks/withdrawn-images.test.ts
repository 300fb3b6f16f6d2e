import { withdrawnImages } from "../../../charts/checks/withdrawn-images";
import { findIn, messagesIn, workload } from "./workload-fixture";

const withImage = (image: string) => workload({ spec: { containers: [{ name: "a", image }] } });

it.each(["docker.io/bitnamilegacy/etcd:3.5.12", "registry.example/bitnami/etcd:3.5.12", "etcd:3.5.12"])(
  "%s is to be had",
  (image) => {
    expect(findIn(withdrawnImages, withImage(image))).toEqual([]);
  },
);

it.each(["bitnami/etcd:3.5.12", "docker.io/bitnami/kubectl:1.29"])(
  "finds %s, which isn't to be had any more",
  (image) => {
    expect(messagesIn(withdrawnImages, withImage(image))).toEqual([
      `${image}: docker.io/bitnami has no versions any more: bitnamilegacy has them frozen, to be mirrored`,
    ]);
  },
);
