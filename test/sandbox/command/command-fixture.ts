import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandSession, LOCAL_COMMAND } from "../../../sandbox/command/command-session";
import type { Properties } from "../../../sandbox/server/properties";
import type { DiffResult, ResourceIdentity } from "../../../sandbox/server/provider";
import { CloudStore } from "../../../sandbox/store/cloud-store";
import { type Fault, FaultPlan } from "../../../sandbox/store/faults";

/** Holds the stores of one test file; a file of its own for each. */
const folder = mkdtempSync(join(tmpdir(), "command-"));
let stores = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** A made command, as a test goes on with it. */
export interface Made {
  readonly id: string;
  readonly inputs: Properties;
  readonly state: Properties;
}

/** The simulated provider on an empty store, called as the engine calls it: check, then create. */
export class CommandFixture {
  readonly store = new CloudStore(join(folder, `${stores++}.json`));
  readonly session: CommandSession;

  constructor(faults: readonly Fault[] = []) {
    this.session = new CommandSession(this.store, new FaultPlan(faults));
  }

  /** Checked inputs of a command; throws what is wrong with them. */
  checked(given: Properties): Properties {
    const { inputs, failures } = this.session.check(identity(), {}, given);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("; "));
    return inputs;
  }

  async make(given: Properties, name = "it"): Promise<Made> {
    const inputs = this.checked(given);
    const { id, properties } = await this.session.create(identity(name), inputs, false);
    return { id, inputs, state: properties };
  }

  diff(made: Made, given: Properties): DiffResult {
    return this.session.diff(identity(), made.id, made.inputs, made.state, this.checked(given));
  }
}

/** A resource of the tests' own stack. */
export function identity(name = "it", type = LOCAL_COMMAND): ResourceIdentity {
  return { urn: `urn:pulumi:test::test::${type}::${name}`, type, name };
}
