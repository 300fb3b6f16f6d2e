import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { goModuleFile } from "./go-module-file";
import type { CrdPin } from "./pins";
import { requireCrd } from "./require-crd";

jest.mock("./go-module-file", () => ({ goModuleFile: jest.fn() }));

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

test("takes the first folder that has the pinned content, and leaves the others alone", async () => {
  put("cache", TEXT);
  const shared = put("shared", "something else\n");
  await expect(requireCrd(pin, [join(root, "cache"), join(root, "shared")])).resolves.toBe(TEXT);
  expect(readFileSync(shared, "utf8")).toBe("something else\n");
});

test.each([
  ["fills", undefined],
  ["mends", "something else\n"],
])("%s the cache with what another folder has, so that the next run needs no other", async (_, before) => {
  if (before !== undefined) put("cache", before);
  put("shared", TEXT);
  await expect(requireCrd(pin, [join(root, "cache"), join(root, "shared")])).resolves.toBe(TEXT);
  await expect(requireCrd(pin, [join(root, "cache")])).resolves.toBe(TEXT);
  // No draft is left beside it.
  expect(readdirSync(dirname(join(root, "cache", pin.path)))).toEqual(["widgets.yaml"]);
});

test("asks the Go module before the address, and the address when that fails", async () => {
  const goModule = { module: "example.org/widget", version: "v1.0.0", file: "widgets.yaml" };
  const fetched = jest.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(TEXT));
  jest.mocked(goModuleFile).mockResolvedValueOnce(TEXT).mockRejectedValueOnce(new Error("Go is not installed"));
  await expect(requireCrd({ ...pin, goModule }, [join(root, "one")])).resolves.toBe(TEXT);
  expect(fetched).not.toHaveBeenCalled();
  await expect(requireCrd({ ...pin, goModule }, [join(root, "two")])).resolves.toBe(TEXT);
  expect(fetched).toHaveBeenCalledTimes(1);
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
