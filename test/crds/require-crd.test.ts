import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CrdPin } from "./pins";
import { requireCrd } from "./require-crd";

const TEXT = "kind: CustomResourceDefinition\n";
const pin: CrdPin = {
  path: "widget-1.0.0/widgets.yaml",
  // `fetch` refuses this scheme, so no test here touches a network.
  address: pathToFileURL("/nowhere/widgets.yaml").href,
  sha256: createHash("sha256").update(TEXT).digest("hex"),
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "crds-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

function put(folder: string, text: string): string {
  const file = join(root, folder, pin.path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test("takes the first folder that has the pinned content", async () => {
  put("cache", "something else\n");
  put("shared", TEXT);
  await expect(requireCrd(pin, [join(root, "cache"), join(root, "shared")])).resolves.toBe(TEXT);
});

test("downloads into the first folder what no folder has", async () => {
  jest.spyOn(globalThis, "fetch").mockResolvedValue(new Response(TEXT));
  await expect(requireCrd(pin, [join(root, "cache")])).resolves.toBe(TEXT);
  expect(readFileSync(join(root, "cache", pin.path), "utf8")).toBe(TEXT);
});

test("refuses a download that does not match its pin, and names every place it looked", async () => {
  const wrong = put("cache", "something else\n");
  jest.spyOn(globalThis, "fetch").mockResolvedValue(new Response("tampered\n"));
  const found = requireCrd(pin, [join(root, "cache"), join(root, "shared")]);
  await expect(found).rejects.toThrow(`${wrong} (SHA-256 `);
  await expect(found).rejects.toThrow(`${join(root, "shared", pin.path)} (not there)`);
  await expect(found).rejects.toThrow(`${pin.address} (SHA-256 `);
});
