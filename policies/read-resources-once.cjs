/**
 * Makes the policy library read each resource once instead of once for each policy: a stack of five hundred resources and a hundred rules would otherwise be read a hundred
 * times, which takes longer than the rules. The library asks for the function through its module each time, and the rules change nothing of what they are given.
 */
const deserialize = require("@pulumi/policy/deserialize");

const read = deserialize.deserializeProperties;
if (typeof read !== "function") {
  throw new Error(
    "@pulumi/policy has no deserializeProperties any more: see what policies/read-resources-once.cjs is for.",
  );
}

/** What was read, by the message that it was read of. */
const known = new WeakMap();

deserialize.deserializeProperties = (properties, ...rest) => {
  const found = known.get(properties);
  if (found !== undefined) return found;
  const value = read(properties, ...rest);
  known.set(properties, value);
  return value;
};
