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
  /** What holds, in a sentence without a full stop. */
  readonly title: string;
  /** How bad it is when it doesn't: data lost or an account open; an outage or a way in; a weakness; a matter of order. */
  readonly severity: "critical" | "high" | "medium" | "low";
  /** What would happen otherwise, in a sentence. */
  readonly why: string;
  /** The way out, as an instruction in a sentence. */
  readonly remediation: string;
  /** Where to read on: a public page. */
  readonly link: string;
  /** Where that is known from. */
  readonly source: string;
  /** What is wrong; empty when nothing is, or when nothing of the kind is there. */
  readonly find: (manifests: Manifests) => readonly ManifestFinding[];
}
