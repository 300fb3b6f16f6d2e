import { textAt } from "../../../charts/checks/object-readers";
import { containersOf, podTemplates } from "../../../charts/checks/pod-templates";
import { type KubeObject, pathText, referenceOf } from "../../../charts/kube-object";
import { UNKNOWN } from "../../../sandbox/engine/shown-values";
import { anyObjectRule } from "../../any-object-rule";
import { leavesOf } from "../../readable-texts";
import { Unreadable } from "../../resource";
import { type Problem, problem } from "../../rule";

/** A tag that says which release it is, or the digest of one. */
const PINNED = /(:(?!latest$)[\w][\w.-]*|@sha256:[0-9a-f]{64})$/;

/** An image that something runs, and where it is named. */
interface NamedImage {
  readonly path: readonly (string | number)[];
  readonly image: string;
}

/** Images name a release. */
export const imagePinned = anyObjectRule(
  {
    id: "image-pinned",
    title: "Every image names its release by tag or digest, and never latest",
    severity: "high",
    enforcement: "mandatory",
    why: "Two nodes would otherwise run two different programs under one name, and a rollback has nowhere to go.",
    remediation: "Name the release in the image, such as registry/name:1.2.3.",
    link: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  },
  {
    appliesTo: ["pod templates", "custom resources with an image"],
    check: (object) => {
      const images = imagesIn(object);
      return images.length === 0 ? undefined : images.flatMap(judge);
    },
  },
);

function judge({ path, image }: NamedImage): readonly Problem[] {
  // The address of a repository that is made in the same update isn't known in a preview.
  if (image.includes(UNKNOWN)) throw new Unreadable(pathText(path), "unknown before it is created");
  return PINNED.test(image) ? [] : [problem(path, `is ${image || "missing"}; it has to name a release`)];
}

/** The images of an object's containers, or those that a custom resource has in fields of that name: an operator makes containers of them. */
function imagesIn(object: KubeObject): readonly NamedImage[] {
  const [template] = podTemplates([object]);
  if (template !== undefined) {
    return containersOf(template).map(({ container, path }) => ({
      path: [...path, "image"],
      image: textAt(container, ["image"]),
    }));
  }
  if (!isCustom(object)) return [];
  return leavesOf(object).flatMap((leaf) =>
    leaf.path.at(-1) === "image" && "value" in leaf ? [{ path: leaf.path, image: String(leaf.value) }] : [],
  );
}

/** Kubernetes' own groups have no dot (`apps`), or end in `k8s.io`. There an image may be a disk (PersistentVolume, rbd). */
function isCustom(object: KubeObject): boolean {
  const { group } = referenceOf(object);
  return group.includes(".") && !group.endsWith(".k8s.io");
}
