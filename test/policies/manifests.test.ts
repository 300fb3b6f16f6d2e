import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { manifestsIn } from "../../policies/manifests";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manifests-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: { name: s }\n";

describe("the manifests in a folder", () => {
  it("are all objects of its files, and none of the documented forms below it", () => {
    mkdirSync(join(folder, "as-documented"));
    writeFileSync(join(folder, "as-documented", "a.yaml"), SERVICE);
    writeFileSync(join(folder, "a.yaml"), `# header\n${SERVICE}---\n${SERVICE}`);
    expect(manifestsIn(folder).map(({ kind }) => kind)).toEqual(["Service", "Service"]);
  });

  it("are refused when there are none: nothing must not pass for good", () => {
    expect(() => manifestsIn(folder)).toThrow(
      `There are no manifests in ${folder}: run npm run synth, which writes them.`,
    );
    expect(() => manifestsIn(join(folder, "missing"))).toThrow("There are no manifests in");
  });

  it.each(["", "# only a comment\n", "key: [\n", "just: data\n", `${SERVICE}---\njust: data\n`])(
    "are refused in a file of %j",
    (text) => {
      writeFileSync(join(folder, "a.yaml"), SERVICE);
      writeFileSync(join(folder, "b.yaml"), text);
      expect(() => manifestsIn(folder)).toThrow("b.yaml holds something else than Kubernetes objects");
    },
  );

  it.each(["a.yml", "a.json"])("are refused in %s, which kubectl would apply", (name) => {
    writeFileSync(join(folder, "a.yaml"), SERVICE);
    writeFileSync(join(folder, name), SERVICE);
    expect(() => manifestsIn(folder)).toThrow(`${name} isn't read; name it .yaml, or take it away.`);
  });

  it.each(["List", "PodList"])("are refused in a %s, in which no rule would see them", (kind) => {
    const pod = "{ apiVersion: v1, kind: Pod, metadata: { name: p } }";
    writeFileSync(join(folder, "a.yaml"), `apiVersion: v1\nkind: ${kind}\nmetadata: {}\nitems: [${pod}]\n`);
    expect(() => manifestsIn(folder)).toThrow(`a.yaml holds a ${kind}; write its items as documents of their own.`);
  });

  it.each(["{}", "{ generateName: s- }", "{ name: '' }", "null"])("are refused with metadata %s", (metadata) => {
    writeFileSync(join(folder, "a.yaml"), `apiVersion: v1\nkind: Service\nmetadata: ${metadata}\n`);
    expect(() => manifestsIn(folder)).toThrow("a.yaml holds a Service without a metadata.name; give it one.");
  });

  it("of prod are more than two hundred", () => {
    expect(manifestsIn(resolve(__dirname, "../../manifests/prod")).length).toBeGreaterThan(200);
  });
});
