import { runtime } from "@pulumi/pulumi";
import { decodeConfigValue } from "../../../config/from-pulumi";
import { deployAutoMode } from "../../../infra/deploy-auto-mode";
import { govWith } from "./gov-platform";

/** The AWS side of the stack alone, with what the engine says of it. */
export = async () => {
  const given = Object.entries(runtime.allConfig()).map(([key, text]) => [key.split(":")[1], decodeConfigValue(text)]);
  return deployAutoMode(govWith((input) => Object.assign(input, Object.fromEntries(given))));
};
