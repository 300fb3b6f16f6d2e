import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsSession } from "../../../sandbox/aws/aws-session";
import type { Properties } from "../../../sandbox/server/properties";
import type { CheckFailure, DiffResult, ReadResult, ResourceIdentity } from "../../../sandbox/server/provider";
import { CloudStore } from "../../../sandbox/store/cloud-store";
import { type Fault, FaultPlan } from "../../../sandbox/store/faults";

/** Holds the accounts of one test file; a file of its own for each. */
const folder = mkdtempSync(join(tmpdir(), "aws-"));
let accounts = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** A made object, as a test goes on with it. */
export interface Made {
  readonly id: string;
  readonly inputs: Properties;
  readonly state: Properties;
}

/** The simulated provider in an empty account, called as the engine calls it: check, then create. */
export class AwsAccountFixture {
  readonly store: CloudStore;
  readonly session: AwsSession;

  constructor(config: Properties = {}, faults: readonly Fault[] = [], store?: CloudStore) {
    this.store = store ?? new CloudStore(join(folder, `${accounts++}.json`));
    this.session = new AwsSession(this.store, new FaultPlan(faults));
    this.session.configure({ region: "eu-central-1", allowedAccountIds: ["111122223333"], ...config });
  }

  /** Failures of a check. */
  failures(type: string, inputs: Properties, name = "it"): readonly CheckFailure[] {
    return this.session.check(identity(type, name), {}, inputs).failures;
  }

  /** Checked inputs of an object; throws what is wrong with them. */
  checked(type: string, inputs: Properties, name = "it", before: Properties = {}): Properties {
    const { inputs: checked, failures } = this.session.check(identity(type, name), before, inputs);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("; "));
    return checked;
  }

  async make(type: string, given: Properties = {}, name = "it"): Promise<Made> {
    const inputs = this.checked(type, given, name);
    const { id, properties } = await this.session.create(identity(type, name), inputs, false);
    return { id, inputs, state: properties };
  }

  /** State that a preview shows for a new object. */
  async plan(type: string, given: Properties, name = "it"): Promise<Properties> {
    const { properties } = await this.session.create(identity(type, name), this.checked(type, given, name), true);
    return properties;
  }

  /** State that a preview shows for a changed object. */
  planChange(type: string, made: Made, given: Properties, name = "it"): Promise<Properties> {
    return this.session.update(identity(type, name), made.id, this.checked(type, given, name, made.inputs), true);
  }

  async change(type: string, made: Made, given: Properties, name = "it"): Promise<Made> {
    const inputs = this.checked(type, given, name, made.inputs);
    const state = await this.session.update(identity(type, name), made.id, inputs, false);
    return { id: made.id, inputs, state };
  }

  diff(type: string, made: Made, given: Properties, name = "it"): DiffResult {
    const inputs = this.checked(type, given, name, made.inputs);
    return this.session.diff(identity(type, name), made.id, made.inputs, made.state, inputs);
  }

  read(type: string, id: string, name = "it"): Promise<ReadResult | undefined> {
    return this.session.read(identity(type, name), id);
  }

  delete(type: string, id: string, name = "it"): Promise<void> {
    return this.session.delete(identity(type, name), id);
  }
}

/** A resource of the tests' own stack. */
export function identity(type: string, name: string): ResourceIdentity {
  return { urn: `urn:pulumi:test::test::${type}::${name}`, type, name };
}

/** A trust policy for instances. */
export const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** A policy that allows one action on one object. */
export const READS = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }],
});
