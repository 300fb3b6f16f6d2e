import {
  CheckFailure as CheckFailureMessage,
  CheckResponse,
  CreateResponse,
  DiffResponse,
  InvokeResponse,
  PropertyDiff,
  ReadResponse,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import type { Properties } from "./properties";
import { formatPath } from "./property-diff";
import type { CheckResult, DiffResult, ReadResult, ResourceChange } from "./provider";
import { toStruct } from "./structs";

/** A check's answer as the engine expects it. */
export function checkResponse({ inputs, failures }: CheckResult): CheckResponse {
  const messages = failures.map(({ property, reason }) => {
    const failure = new CheckFailureMessage();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
  return new CheckResponse().setInputs(toStruct(inputs)).setFailuresList(messages);
}

/** A diff's answer: the engine shows the detailed changes and replaces when `replaces` names a property. */
export function diffResponse({ changes, deleteBeforeReplace }: DiffResult): DiffResponse {
  const response = new DiffResponse();
  response.setChanges(changes.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
  response.setDiffsList([...new Set(changes.map(({ path }) => String(path[0])))]);
  response.setReplacesList(changes.filter(({ replaces }) => replaces).map(({ path }) => formatPath(path)));
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setHasdetaileddiff(true);
  for (const change of changes) {
    const detail = new PropertyDiff();
    detail.setKind(changeKind(change));
    detail.setInputdiff(true);
    response.getDetaileddiffMap().set(formatPath(change.path), detail);
  }
  return response;
}

function changeKind({ kind, replaces }: ResourceChange): PropertyDiff.Kind {
  const { Kind } = PropertyDiff;
  switch (kind) {
    case "add":
      return replaces ? Kind.ADD_REPLACE : Kind.ADD;
    case "delete":
      return replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
    case "update":
      return replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
  }
}

/** A new object's id and state. */
export function createResponse(id: string, properties: Properties): CreateResponse {
  return new CreateResponse().setId(id).setProperties(toStruct(properties));
}

/** An object's present state. Without one the answer has no id, by which the engine knows that the object is gone. */
export function readResponse(found: ReadResult | undefined): ReadResponse {
  if (found === undefined) return new ReadResponse();
  return new ReadResponse().setId(found.id).setProperties(toStruct(found.properties)).setInputs(toStruct(found.inputs));
}

/** State after an update. */
export function updateResponse(properties: Properties): UpdateResponse {
  return new UpdateResponse().setProperties(toStruct(properties));
}

/** A function's result. */
export function invokeResponse(result: Properties): InvokeResponse {
  return new InvokeResponse().setReturn(toStruct(result));
}
