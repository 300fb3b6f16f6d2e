import { createHash } from "node:crypto";

/** Eight hexadecimal digits that change with the content: for names of objects that Kubernetes doesn't let change, and to see what a pod was started with. */
export function shortHash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 8);
}
