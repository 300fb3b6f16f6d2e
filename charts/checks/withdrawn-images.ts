import type { ManifestCheck } from "./check";
import { finding, textAt } from "./object-readers";
import { containersOf, podTemplates } from "./pod-templates";

/**
 * Repositories whose tags their publisher took away, with where they went.
 *
 * Source: bitnami/containers#83267 and docker/hub-feedback#2500 (August to October 2025).
 */
const WITHDRAWN: readonly { readonly repository: RegExp; readonly message: string }[] = [
  {
    repository: /^(docker\.io\/)?bitnami\//,
    message: "docker.io/bitnami has no versions any more: bitnamilegacy has them frozen, to be mirrored",
  },
];

/** Judges the images of all containers by {@link WITHDRAWN}. */
export const withdrawnImages: ManifestCheck = {
  title: "No image comes from a repository that is known to be empty",
  severity: "high",
  why: "The pod never starts: the image can't be pulled on a node that doesn't happen to have it.",
  remediation: "Mirror the version into a registry of your own, and name the image there.",
  source: "bitnami/containers#83267; compatibility page, E3",
  link: "https://github.com/bitnami/containers/issues/83267",
  find: ({ objects }) =>
    podTemplates(objects).flatMap((template) =>
      containersOf(template).flatMap(({ container, path }) =>
        WITHDRAWN.filter(({ repository }) => repository.test(textAt(container, ["image"]))).map(({ message }) =>
          finding(template.object, [...path, "image"], `${textAt(container, ["image"])}: ${message}`),
        ),
      ),
    ),
};
