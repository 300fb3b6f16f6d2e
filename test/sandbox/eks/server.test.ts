import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { startEksProvider } from "../../../sandbox/eks/server";

/** The version that the provider on a port answers with. */
function versionAt(port: number): Promise<string> {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  return new Promise<string>((resolve, reject) =>
    client.getPluginInfo(new Empty(), (error: grpc.ServiceError | null, info: { getVersion(): string }) =>
      error ? reject(error) : resolve(info.getVersion()),
    ),
  ).finally(() => client.close());
}

test("it listens with the version of the SDK until it is closed, each time on a port of its own", async () => {
  const [first, second] = await Promise.all([startEksProvider(), startEksProvider()]);
  try {
    expect(await versionAt(first.port)).toBe("4.3.0");
    expect(second.port).not.toBe(first.port);
    await first.close();
    await first.close();
    await expect(versionAt(first.port)).rejects.toThrow(/UNAVAILABLE/);
    expect(await versionAt(second.port)).toBe("4.3.0");
  } finally {
    await second.close();
  }
});
