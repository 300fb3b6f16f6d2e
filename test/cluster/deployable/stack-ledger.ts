import { deviations } from "../../../charts/deviations";
import { type KubeObject, referenceText } from "../../../charts/kube-object";
import { applyLedger, type Deviation } from "../../../charts/ledger";
import { documentedRendering } from "../../../charts/synthesize";
import type { Platform } from "../../../config/platform";
import { nameOf } from "./stack-cluster";

/** The controller that counts a Deployment's revisions: the other writer of the proofs. */
export const OTHER_WRITER = "kube-controller-manager";

/** What the documents say of a stack, and each change that the ledger makes of it. */
export class StackLedger {
  readonly entries: readonly Deviation[];
  readonly documented: readonly KubeObject[];
  /** Everything with every change. */
  readonly complete: readonly KubeObject[];

  constructor(platform: Platform) {
    this.entries = deviations(platform);
    this.documented = documentedRendering(platform).flatMap(({ objects }) => objects);
    this.complete = applyLedger(this.documented, this.entries);
  }

  /** The entries without which a certain one objects; a stack may have none. */
  by(who: Deviation["without"]["by"]): readonly Deviation[] {
    return this.entries.filter(({ without }) => without.by === who);
  }

  /** Everything with every change but one. */
  without(left: Deviation): readonly KubeObject[] {
    return applyLedger(
      this.documented,
      this.entries.filter((entry) => entry !== left),
    );
  }

  /** The object that an entry changes, as it is with every change. */
  completeObject(entry: Deviation): KubeObject {
    return objectOf(entry, this.complete);
  }

  /** The same object without that entry's change. */
  lackingObject(entry: Deviation): KubeObject {
    return objectOf(entry, this.without(entry));
  }

  /** What {@link OTHER_WRITER} sets: the entry's path, to a value of its own. */
  otherWriters({ object, path }: Deviation): KubeObject {
    const nested = path.reduceRight<unknown>((value, key) => ({ [key]: value }), "8") as { metadata?: object };
    const { group, kind, name, namespace } = object;
    const target = this.documented.find((one) => nameOf(one) === referenceText(object));
    const metadata = { ...nested.metadata, name, ...(namespace === undefined ? {} : { namespace }) };
    return { ...nested, apiVersion: target?.apiVersion ?? group, kind, metadata };
  }
}

function objectOf(entry: Deviation, objects: readonly KubeObject[]): KubeObject {
  const found = objects.find((object) => nameOf(object) === referenceText(entry.object));
  if (found === undefined) throw new Error(`no ${referenceText(entry.object)}`);
  return found;
}
