import { LAB_TOOLS } from "../../../lab/processes/running-lab";
import { buildTools } from "./build-tools";

/** What the project `lab` needs. */
export default () => buildTools(LAB_TOOLS);
