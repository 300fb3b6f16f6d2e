import { parse } from "yaml";
import { MalformedInput } from "./malformed";

/**
 * The configuration of an EKS add-on, which EKS takes as JSON or as YAML; undefined where there is none.
 *
 * @throws {MalformedInput} for a text that is neither
 */
export function configurationIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (parse(text) as unknown);
  } catch {
    throw new MalformedInput("configurationValues", "is neither JSON nor YAML; EKS refuses it");
  }
}
