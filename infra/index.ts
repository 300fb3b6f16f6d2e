import { platformFromPulumi } from "../config/from-pulumi";
import { deployPlatform } from "./deploy-platform";

/** The Pulumi program: one stack file in, one platform out. The engine calls the function and keeps what it returns as stack outputs. */
export = async () => deployPlatform(platformFromPulumi());
