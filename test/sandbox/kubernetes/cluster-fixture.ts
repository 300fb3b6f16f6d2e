import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KubernetesSession } from "../../../sandbox/kubernetes/kubernetes-session";
import type { Properties } from "../../../sandbox/server/properties";
import type { CheckFailure, DiffResult, ResourceIdentity } from "../../../sandbox/server/provider";
import { CloudStore } from "../../../sandbox/store/cloud-store";
import { FaultPlan } from "../../../sandbox/store/faults";

/** Holds the clusters of one test file; a file of its own for each. */
const folder = mkdtempSync(join(tmpdir(), "kubernetes-"));
let clusters = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** A made object, as a test goes on with it. */
export interface Made {
  readonly id: string;
  readonly inputs: Properties;
  readonly state: Properties;
}

/** A kubeconfig of one cluster. */
export function kubeconfig(server: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    clusters: [{ name: "c", cluster: { server } }],
    contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    "current-context": "x",
  });
}

/** The simulated provider on an empty cluster, called as the engine calls it: check, then create. */
export class ClusterFixture {
  readonly store: CloudStore;
  readonly session: KubernetesSession;

  constructor(server = "https://one.example", store?: CloudStore) {
    this.store = store ?? new CloudStore(join(folder, `${clusters++}.json`));
    this.session = new KubernetesSession(this.store, new FaultPlan([]));
    this.session.configure({ kubeconfig: kubeconfig(server) });
  }

  /** Failures of a check. */
  failures(type: string, inputs: Properties, name = "it"): readonly CheckFailure[] {
    return this.session.check(identity(type, name), {}, inputs).failures;
  }

  /** Checked inputs of an object; throws what is wrong with them. */
  checked(type: string, given: Properties, name = "it", before: Properties = {}): Properties {
    const { inputs, failures } = this.session.check(identity(type, name), before, given);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("; "));
    return inputs;
  }

  async make(type: string, given: Properties = {}, name = "it"): Promise<Made> {
    const inputs = this.checked(type, given, name);
    const { id, properties } = await this.session.create(identity(type, name), inputs, false);
    return { id, inputs, state: properties };
  }

  diff(type: string, made: Made, given: Properties, name = "it"): DiffResult {
    const inputs = this.checked(type, given, name, made.inputs);
    return this.session.diff(identity(type, name), made.id, made.inputs, made.state, inputs);
  }
}

/** A resource of the tests' own stack. */
export function identity(type: string, name: string): ResourceIdentity {
  return { urn: `urn:pulumi:test::test::${type}::${name}`, type, name };
}
