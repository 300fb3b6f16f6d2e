import { listAt, textAt } from "../../../charts/checks/object-readers";
import { containersOf, podTemplates } from "../../../charts/checks/pod-templates";
import type { KubeObject } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import type { Fields, Subject } from "../row";

/** The claim of a StatefulSet whose volume pods no longer have where they had it; undefined for any other change. One that is mounted at another path is still theirs. */
export function claimLeft({ path, before, after }: Difference, subject: Subject): string | undefined {
  const keys = keysOf(path);
  if (!keys.slice(-2).includes("volumeMounts")) return undefined;
  const name = keys.at(-1) === "name" ? before : textAt(before, ["name"]);
  const claimed = listAt(subject.before, ["spec", "volumeClaimTemplates"]).some(
    (claim) => textAt(claim, ["metadata", "name"]) === name,
  );
  if (typeof name !== "string" || !claimed) return undefined;
  const isMoved = after === undefined && mountedIn(subject.after).includes(name);
  const isOther = keys.at(-1) === "name" || after === undefined;
  return isOther && !isMoved ? name : undefined;
}

function mountedIn(object: Fields | undefined): readonly string[] {
  return podTemplates([object as unknown as KubeObject])
    .flatMap(containersOf)
    .flatMap(({ container }) => listAt(container, ["volumeMounts"]).map((mount) => textAt(mount, ["name"])));
}
