import { valueAt } from "../kube-object";

interface Expression {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  readonly values?: readonly string[];
}

/** Whether a label selector finds something with these labels. An empty one finds everything, as in a disruption budget; none finds nothing. */
export function selects(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  if (selector === undefined || selector === null) return false;
  const wanted = Object.entries((valueAt(selector, ["matchLabels"]) ?? {}) as Record<string, string>);
  const expressions = (valueAt(selector, ["matchExpressions"]) ?? []) as readonly Expression[];
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    expressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === "Exists") return value !== undefined;
      if (operator === "DoesNotExist") return value === undefined;
      const listed = typeof value === "string" && values.includes(value);
      return operator === "In" ? listed : !listed;
    })
  );
}
