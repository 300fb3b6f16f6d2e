import type { Json } from "../../charts/kube-object";
import { awsType } from "../../sandbox/aws/aws-types";
import { canonical } from "./canonical";
import type { Reading } from "./compare";
import { jsonIn, streamIn, userData } from "./embedded-text";
import { listMembers } from "./merge-keys";

/** How a resource's inputs are read: policies and patterns as the JSON that they are, user data as text. @param type token of its type */
export function resourceReading(type: string): Reading {
  return {
    list: (keys) => listMembers(type, keys),
    same: (keys, before, after) => sameInResource(type, keys, before, after),
    open: (keys, text) => contentIn(type, keys, text),
  };
}

/** What the service takes where nothing is given is no change when it is given; nor is a text for the number or switch that it is. */
function sameInResource(
  type: string,
  keys: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): string | undefined {
  if (before !== undefined && after !== undefined) {
    const scalars = [before, after].every((value) => typeof value !== "object");
    return scalars && String(before) === String(after) ? "the same value, written otherwise" : undefined;
  }
  const [input = ""] = keys;
  const taken = keys.length === 1 ? (awsType(type)?.defaults?.[input] as Json | undefined) : undefined;
  const isTaken = taken !== undefined && canonical(taken) === canonical(before ?? after);
  return isTaken ? "what the service takes where it isn't given" : undefined;
}

function contentIn(type: string, keys: readonly string[], text: string): Json | undefined {
  if (keys.at(-1) === "userData") return userData(text);
  if (type.startsWith("command:") && keys.at(-1) === "stdin") return streamIn(text);
  return jsonIn(text);
}
