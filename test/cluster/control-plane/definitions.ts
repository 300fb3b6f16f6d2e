import { setTimeout as delay } from "node:timers/promises";
import { parseAllDocuments } from "yaml";
import type { KubeObject } from "../../../charts/kube-object";
import type { ApiClient, LiveObject } from "./api-client";
import { ApiRefusal } from "./api-refusal";

/** How long a definition may take to be served. */
export const DEFINITION_TIMEOUT_SECONDS = 20;

const POLL_MILLISECONDS = 25;

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message: string;
}

/** A custom resource definition, as far as it is read here. */
export interface Definition extends KubeObject {
  readonly kind: "CustomResourceDefinition";
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean }[];
  };
}

/**
 * The custom resource definitions in a YAML text of one or more documents. Labels that are Helm templates, as in the files of
 * cert-manager's repository, are left out:
 * Helm fills them in, and no API server takes them.
 * @throws {Error} for a document that is something else, and for a text with none: a test would pass on nothing
 */
export function definitionsIn(text: string): readonly Definition[] {
  const objects = parseAllDocuments(text).flatMap((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    const object = document.toJS() as Definition | null;
    return object === null ? [] : [withoutTemplates(object)];
  });
  const other = objects.find(({ kind }) => kind !== "CustomResourceDefinition");
  if (other !== undefined) throw new Error(`A CustomResourceDefinition is expected, not a ${other.kind}.`);
  if (objects.length === 0) throw new Error("The text holds no CustomResourceDefinition.");
  return objects;
}

function withoutTemplates(definition: Definition): Definition {
  const labels = Object.entries(definition.metadata?.labels ?? {}).filter(([, value]) => !value.includes("{{"));
  const { labels: _, ...metadata } = definition.metadata ?? {};
  return {
    ...definition,
    metadata: { ...metadata, ...(labels.length === 0 ? {} : { labels: Object.fromEntries(labels) }) },
  } as Definition;
}

/**
 * Installs the definitions of YAML texts and waits until their kinds can be used; many at once take less time than one after the other.
 * @returns the definitions as the server has them, established
 * @throws {ApiRefusal} when the server refuses one; Error when one isn't served in {@link DEFINITION_TIMEOUT_SECONDS}
 */
export async function applyDefinitions(api: ApiClient, ...texts: readonly string[]): Promise<readonly LiveObject[]> {
  const definitions = texts.flatMap(definitionsIn);
  for (const definition of definitions) await api.apply(definition);
  const deadline = Date.now() + DEFINITION_TIMEOUT_SECONDS * 1000;
  return Promise.all(definitions.map((definition) => established(api, definition, deadline)));
}

async function established(api: ApiClient, definition: Definition, deadline: number): Promise<LiveObject> {
  const { group, names, versions } = definition.spec;
  for (;;) {
    const live = await api.get(definition);
    // Upstream files carry an empty status, in which there is null where nothing has happened yet.
    const conditions = (live?.status as { conditions?: Condition[] | null } | undefined)?.conditions ?? [];
    if (live !== undefined && conditions.some(({ type, status }) => type === "Established" && status === "True")) {
      // Established says that the definition is accepted; its paths are served a moment later.
      const served = versions.filter((version) => version.served);
      const answers = await Promise.all(served.map(({ name }) => isServed(api, `${group}/${name}`, names.kind)));
      if (answers.every(Boolean)) return live;
    }
    if (Date.now() > deadline) {
      const said = conditions.map(({ type, status, message }) => `${type} ${status}: ${message}`).join("; ");
      throw new Error(`${definition.metadata.name} is not served after ${DEFINITION_TIMEOUT_SECONDS} s: ${said}`);
    }
    await delay(POLL_MILLISECONDS);
  }
}

async function isServed(api: ApiClient, apiVersion: string, kind: string): Promise<boolean> {
  try {
    await api.list(apiVersion, kind);
    return true;
  } catch (error) {
    if (error instanceof ApiRefusal && error.code >= 404) return false;
    throw error;
  }
}
