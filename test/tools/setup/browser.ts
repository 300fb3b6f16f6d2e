import { processTerminal } from "../../../sandbox/engine/terminal";
import { chromium } from "../../browser/chromium";

/** What the project `browser` needs: a Chromium, found or installed. Where it can't be had, the tests say so. */
export default async function prepare(): Promise<void> {
  try {
    await chromium(processTerminal());
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
  }
}
