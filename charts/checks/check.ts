import type { Platform } from "../../config/platform";
import type { KubeObject, ObjectReference } from "../kube-object";

/** What a check judges. */
export interface Manifests {
  /** Every object of the rendering. */
  readonly objects: readonly KubeObject[];
  /** What the objects run on: node pools, zones, versions. */
  readonly platform: Platform;
}

/** Something the API server admits and that would not work. */
export interface ManifestFinding {
  readonly object: ObjectReference;
  /** Keys and list positions from the top of the object. */
  readonly path: readonly (string | number)[];
  /** What is wrong, what was given, what is allowed. */
  readonly message: string;
}

/** A rule that no API server holds. */
export interface ManifestCheck {
  /** What would happen otherwise, in a sentence. */
  readonly why: string;
  /** Where that is known from. */
  readonly source: string;
  /** What is wrong; empty when nothing is, or when nothing of the kind is there. */
  readonly find: (manifests: Manifests) => readonly ManifestFinding[];
}
