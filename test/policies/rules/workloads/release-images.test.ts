import { releaseImages } from "../../../../policies/rules/workloads/release-images";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";

describeRule(releaseImages, {
  good: () => ({
    resources: [
      resource(RELEASE, "grafana", {
        chart: "grafana",
        values: { image: { repository: "grafana/grafana", tag: "10.4.1" }, initContainers: [{ image: "init:1.0" }] },
      }),
    ],
  }),
  holds: [
    [
      "a value elsewhere that is known later",
      (things) => Object.assign(inputsIn(things).values, { serviceAccount: "[unknown]" }),
    ],
  ],
  breaks: [
    [
      "a tag that moves",
      (things) => Object.assign(inputsIn(things).values.image, { tag: "latest" }),
      [`${RELEASE} grafana: values.image.tag: is latest; it has to name a release`],
    ],
    [
      "an image whose tag moves",
      (things) => Object.assign(inputsIn(things).values.initContainers[0], { image: "init:main" }),
      [`${RELEASE} grafana: values.initContainers[0].image: is init:main; it has to name a release`],
    ],
  ],
  unreadable: [
    [
      "a tag that is known later",
      (things) => Object.assign(inputsIn(things).values.image, { tag: "[unknown]" }),
      [`${RELEASE} grafana: values.image.tag is unknown before it is created`],
    ],
  ],
});
