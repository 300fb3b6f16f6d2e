import { valueAt } from "../../../charts/kube-object";
import { fromTo } from "../amounts";
import type { FieldRow, Fields, Subject, TypeRows } from "../row";

const MTLS = 'Istio 1.22, "PeerAuthentication"';
const PLAINTEXT =
  "services take plaintext, too: whoever reaches a pod can talk to it without a certificate of the mesh";
const REFUSED = "calls without a certificate of the mesh are refused from then on";

/** What changes of who may talk to a pod without a certificate do. They come before those of other policies of the mesh. */
export const PEER_AUTHENTICATION_ROWS: readonly TypeRows[] = [
  {
    of: ["security.istio.io/PeerAuthentication"],
    added: [
      {
        when: ({ after }) => takesPlaintext(after),
        class: "in place",
        reason: (subject) => `${whereOf(subject)}: ${PLAINTEXT}`,
        source: MTLS,
      },
      { class: "in place", reason: (subject) => `${whereOf(subject)}: ${REFUSED}`, source: MTLS },
    ],
    removed: [
      {
        class: "in place",
        reason: (subject) => `${whereOf(subject)}: the mesh's own policy counts again`,
        source: MTLS,
      },
    ],
    fields: [
      ...modeRows(["spec", "mtls"]),
      ...modeRows(["spec", "portLevelMtls"]),
      {
        path: ["spec", "selector"],
        class: "in place",
        reason: "it counts for other pods from then on, and for those that it selected no longer",
        source: MTLS,
      },
    ],
  },
];

function modeRows(path: readonly string[]): readonly FieldRow[] {
  return [
    {
      path,
      when: ({ after }) => !JSON.stringify(after ?? "").includes("STRICT"),
      class: "in place",
      reason: (change, subject) => `${whereOf(subject)}, ${fromTo(change)}: ${PLAINTEXT}`,
      source: MTLS,
    },
    {
      path,
      class: "in place",
      reason: (change, subject) => `${whereOf(subject)}, ${fromTo(change)}: ${REFUSED}`,
      source: MTLS,
    },
  ];
}

/** A policy that says nothing has the one above it; only one that says STRICT refuses plaintext for sure. */
function takesPlaintext(policy: Fields | undefined): boolean {
  return !JSON.stringify(valueAt(policy, ["spec"]) ?? "").includes("STRICT");
}

function whereOf({ before, after }: Subject): string {
  const object = after ?? before;
  const selected = valueAt(object, ["spec", "selector"]) !== undefined;
  return `in namespace ${String(valueAt(object, ["metadata", "namespace"]))}${selected ? ", for the pods that it selects" : ""}`;
}
