import type { ListMembers } from "./list-members";

/** What tells the members of some lists apart. */
export interface ListRow {
  /** Ends of paths, dotted; `*` for any key. */
  readonly lists: readonly string[];
  /** Types of the things they are in, as tables name them (`apps/Deployment`, `aws:iam/policy:Policy`); a beginning that ends with `:` or `/` stands for all. Default any. */
  readonly of?: readonly string[];
  readonly members: ListMembers;
  readonly source: string;
}

/** Members in any order, which are the same when they are equal. */
export const SET: ListMembers = { by: "set" };

/** Members that some of their fields tell apart. */
export const by = (...keys: readonly string[]): ListMembers => ({ by: "keys", keys });
