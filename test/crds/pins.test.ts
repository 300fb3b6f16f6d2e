import { ALL_CRDS, CERT_MANAGER_CRDS, type CrdPin, VELERO_CRDS } from "./pins";

test("every file has its own place, a tag in its address and a digest", () => {
  expect(ALL_CRDS).toHaveLength(3 + 11 + 2 + 4 + 2);
  expect(new Set(ALL_CRDS.map(({ path }) => path)).size).toBe(ALL_CRDS.length);
  expect(new Set(ALL_CRDS.map(({ sha256 }) => sha256)).size).toBe(ALL_CRDS.length);
  for (const { path, address, sha256 } of ALL_CRDS) {
    const [, version = "no version", file = "no file"] = /^[a-z-]+-(\d+\.\d+\.\d+)\/(.+)$/.exec(path) ?? [];
    expect(address).toMatch(/^https:\/\/raw\.githubusercontent\.com\//);
    expect(address.split("/")).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^v?${version}$`)), file]),
    );
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("the Go module has the file of the same tag and path", () => {
  for (const { address, goModule } of [CERT_MANAGER_CRDS, VELERO_CRDS].flatMap((pins) => Object.values<CrdPin>(pins))) {
    const { module, version, file } = goModule ?? { module: "", version: "", file: "" };
    expect(address).toBe(`https://raw.githubusercontent.com/${module.replace("github.com/", "")}/${version}/${file}`);
  }
});
