import { AMTOOL, PROMTOOL } from "../tools";
import { buildTools } from "./build-tools";

/** What the project `promtool` needs. */
export default () => buildTools([AMTOOL, PROMTOOL]);
