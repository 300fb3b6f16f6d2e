import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { attachEnvironment, exportLines } from "../../../sandbox/engine/attach-environment";
import { debugProviders } from "../../../sandbox/engine/attached-cloud";
import { copyConfiguration } from "../../../sandbox/engine/configuration-copy";
import { engineEnvironment } from "../../../sandbox/engine/workspace";

const FOLDER = { backend: "/w/backend", home: "/w/home", stackFile: "/w/Pulumi.s.yaml" };

test("nothing of the real world's Pulumi settings reaches the engine", () => {
  const outer = {
    PULUMI_ACCESS_TOKEN: "t",
    PULUMI_BACKEND_URL: "https://real",
    PULUMI_CONFIG_PASSPHRASE_FILE: "/p",
    PATH: "/bin",
    HOME: undefined,
  };
  expect(engineEnvironment(outer, FOLDER, "aws:1")).toEqual({
    // The program that starts policy packs comes first.
    PATH: `${resolve(__dirname, "../../../sandbox/engine/policy-host")}:/bin`,
    PULUMI_ACCESS_TOKEN: "",
    PULUMI_CONFIG_PASSPHRASE_FILE: "",
    PULUMI_BACKEND_URL: "file:///w/backend",
    PULUMI_HOME: "/w/home",
    PULUMI_CONFIG_PASSPHRASE: "sandbox",
    PULUMI_DEBUG_PROVIDERS: "aws:1",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
  });
});

test("every provider of the cloud is attached", () => {
  expect(debugProviders({ aws: 1, eks: 2, kubernetes: 3 })).toBe("aws:1,eks:2,kubernetes:3");
});

test("a plain pulumi is told the stack and the copied stack file, so that it needs no flag and writes to no file of the repository", () => {
  const environment = attachEnvironment(FOLDER, "s", { aws: 1 });
  expect(environment).toMatchObject({ PULUMI_OPTION_STACK: "s", PULUMI_OPTION_CONFIG_FILE: "/w/Pulumi.s.yaml" });
  expect(exportLines({ A: "it's", B: "2" })).toEqual(["export A='it'\\''s'", "export B='2'"]);
});

test("the copy of a stack file has its configuration alone, changed if need be, and keeps the salt of the copy before", () => {
  const folder = mkdtempSync(join(tmpdir(), "copy-"));
  const [source, target] = [join(folder, "source.yaml"), join(folder, "target.yaml")];
  writeFileSync(source, "secretsprovider: awskms://key\nconfig:\n  p:a: 1\n");
  copyConfiguration(source, target);
  expect(parse(readFileSync(target, "utf8"))).toEqual({ config: { "p:a": 1 } });

  writeFileSync(target, "encryptionsalt: v1:salt\nconfig:\n  p:old: 1\n");
  copyConfiguration(source, target, (config) => ({ ...config, "p:b": 2 }));
  expect(parse(readFileSync(target, "utf8"))).toEqual({ encryptionsalt: "v1:salt", config: { "p:a": 1, "p:b": 2 } });
});
