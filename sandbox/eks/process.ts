import { main, type Provider } from "@pulumi/pulumi/provider";

/**
 * The process of the simulated provider: the SDK's own provider server, as the real plugin runs it, which prints its
 * port on the first line of standard output. It ends with the process that started it.
 */
process.on("disconnect", () => process.exit(0));

/** Loads the components and the SDKs that they register resources with: nearly a second, the first time. */
function components(): typeof import("./construct") {
  return require("./construct");
}

/** It has no custom resources and needs no configuration, so construction is all there is. */
const provider: Provider = {
  /** The version of the SDK whose components are constructed. */
  version: "4.3.0",
  construct: (name, type, inputs, options) => components().construct(name, type, inputs, options),
};

// Loaded while the engine starts, which waits for the port but not for this. It is loaded in one go, before the first
// request is read: a resource reference among a request's options needs the SDK of its resource.
void main(provider, process.argv.slice(2)).then(components);
