import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page that is open in a browser, and everything it said and asked for. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of its console, errors, and dialogs. */
  readonly said: readonly string[];
  /** Addresses that it asked for, its own apart. */
  readonly requested: readonly string[];
  /** What `probes.js` answers to a call such as `focus()`. */
  ask<Answer>(probe: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens markup as a file, as a reader would. */
export async function openPage(
  browser: Browser,
  markup: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), "vantage-page-"));
  const file = join(folder, "index.html");
  writeFileSync(file, markup);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  if (options.javaScriptEnabled !== false) await context.addInitScript({ path: join(__dirname, "probes.js") });
  const page = await context.newPage();
  const said: string[] = [];
  const requested: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) requested.push(request.url());
  });
  await page.goto(address);
  return {
    page,
    said,
    requested,
    ask: (probe) => page.evaluate(`probes.${probe}`),
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
