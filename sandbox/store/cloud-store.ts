import { type CloudObject, objectKey } from "./cloud-object";
import { fileStamp, readStoreFile, writeStoreFile } from "./store-file";

/** Where an object is looked for. */
export type ObjectPlace = Pick<CloudObject, "provider" | "location" | "type" | "id">;

/**
 * The simulated cloud's memory: a JSON file that outlives the process, written after every change. When someone else changes the file, the next call sees it:
 * that is how a test makes drift.
 */
export class CloudStore {
  readonly #file: string;
  readonly #objects = new Map<string, CloudObject>();
  #creations: Record<string, number> = {};
  #stamp = "unread";

  /**
   * Opens a store; a missing or empty file is an empty cloud.
   *
   * @throws Error if the file holds something else.
   */
  constructor(file: string) {
    this.#file = file;
    this.#load();
  }

  /** All objects of a provider, oldest first. */
  objects(provider: string): readonly CloudObject[] {
    this.#load();
    return [...this.#objects.values()].filter((object) => object.provider === provider);
  }

  /** One object, or `undefined` if there is none. */
  find(place: ObjectPlace): CloudObject | undefined {
    this.#load();
    return this.#objects.get(objectKey(place));
  }

  /** How many objects this URN has made so far: part of the seed of the next one's id. */
  creations(urn: string): number {
    this.#load();
    return this.#creations[urn] ?? 0;
  }

  /** Adds an object. */
  create(object: CloudObject): void {
    this.#creations[object.urn] = this.creations(object.urn) + 1;
    this.#objects.set(objectKey(object), object);
    this.#save();
  }

  /** Puts an object in the place of the one with the same provider, location, type and id. */
  replace(object: CloudObject): void {
    this.#load();
    this.#objects.set(objectKey(object), object);
    this.#save();
  }

  /** Takes an object out; nothing happens if it is gone already, as with every service that deletes by id. */
  remove(place: ObjectPlace): void {
    this.#load();
    if (this.#objects.delete(objectKey(place))) this.#save();
  }

  #load(): void {
    const stamp = fileStamp(this.#file);
    if (stamp === this.#stamp) return;
    const { objects, creations } = readStoreFile(this.#file);
    this.#objects.clear();
    for (const object of objects) this.#objects.set(objectKey(object), object);
    this.#creations = { ...creations };
    this.#stamp = stamp;
  }

  #save(): void {
    writeStoreFile(this.#file, { version: 1, objects: [...this.#objects.values()], creations: this.#creations });
    this.#stamp = fileStamp(this.#file);
  }
}
