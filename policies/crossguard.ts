import * as grpc from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { platformFromEngine } from "../config/from-pulumi";
import { analyzerService } from "./analyzer";
import { committedExemptions } from "./exemption-file";
import { RULES } from "./index";
import { today } from "./today";

/** Serves the pack on a free loopback port and tells the engine which, by printing it: that is how the engine waits for a plugin. */
function serve(): void {
  const service = analyzerService(RULES, (stack, config) => ({
    rules: RULES,
    exemptions: committedExemptions(RULES.map(({ id }) => id)),
    platform: platformFromEngine(stack, config),
    today: today(),
  }));
  // A stack is one message.
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(AnalyzerService, service);
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.stdout.write(`${port}\n`);
  });
}

serve();
