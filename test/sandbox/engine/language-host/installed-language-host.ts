import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Puts an executable of the language plugin's name into a folder, for the PATH of a plain `pulumi`. The official CLI brings the real one; one that was built from its Go module has none.
 */
export function installLanguageHost(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const start = join(__dirname, "../../../../start/register.cjs");
  const command = [process.execPath, "--require", start, join(__dirname, "language-host.ts")];
  const quoted = command.map((part) => `'${part}'`).join(" ");
  writeFileSync(join(folder, "pulumi-language-nodejs"), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
}
