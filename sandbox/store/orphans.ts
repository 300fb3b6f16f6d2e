import { readStoreFile, writeStoreFile } from "./store-file";

/** Removes the objects that these resources made. The cloud process reads a changed file again before its next operation. */
export function removeObjectsOf(storeFile: string, urns: readonly string[]): void {
  const content = readStoreFile(storeFile);
  const objects = content.objects.filter(({ urn }) => !urns.includes(urn));
  if (objects.length < content.objects.length) writeStoreFile(storeFile, { ...content, objects });
}
