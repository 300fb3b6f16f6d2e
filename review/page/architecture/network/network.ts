import type { ChangeClass } from "../../../change";

/** A network as it is drawn. What the reviewed change does to a part, at the worst, is its `change`. */
export interface Network {
  /** Name, by its tag or in the plan. */
  readonly name: string;
  readonly cidr: string;
  /** Left out where the plan doesn't say it. */
  readonly region?: string;
  /** Availability zones, in alphabetical order: the columns. */
  readonly zones: readonly string[];
  /** The rows, by their lowest addresses. */
  readonly groups: readonly SubnetGroup[];
  /** What leads out of it: gateways, attachments. */
  readonly ways: readonly Named[];
  /** Endpoints by which services are reached from inside. */
  readonly endpoints: readonly Named[];
  readonly change?: ChangeClass;
}

/** Subnets of one purpose, one in each zone. */
export interface SubnetGroup {
  readonly name: string;
  /** Where its traffic leaves the network: `internet gateway`, `NAT gateway`; empty where it doesn't. */
  readonly ways: readonly string[];
  readonly subnets: readonly Subnet[];
}

/** A subnet. */
export interface Subnet {
  /** Identity in the plan. */
  readonly urn: string;
  readonly zone: string;
  readonly cidr: string;
  /** What stands in it: `NAT gateway`. */
  readonly holds: readonly string[];
  readonly change?: ChangeClass;
}

/** Something with a name and nothing else to say. */
export interface Named {
  readonly name: string;
  readonly change?: ChangeClass;
}

/** What runs in subnets: a pool of nodes, or the control plane. */
export interface Pool {
  readonly name: string;
  /** `18 nodes (12 to 40) · m6i.4xlarge · on demand`. */
  readonly detail: string;
  /** URNs of the subnets. */
  readonly subnets: ReadonlySet<string>;
  readonly change?: ChangeClass;
}
