import type { Mutations } from "./mutation";
import { guardMutations } from "./platform-guards";
import { placeMutations } from "./platform-places";
import { relationMutations } from "./platform-relations";

/** What the rules about the platform as a whole have to catch. */
export const platformMutations: Mutations = { ...placeMutations, ...guardMutations, ...relationMutations };
