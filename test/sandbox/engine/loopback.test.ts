import { reachLoopbackDirectly } from "../../../sandbox/engine/loopback";

describe("reachLoopbackDirectly", () => {
  it("keeps loopback off a proxy", () => {
    const environment: NodeJS.ProcessEnv = { https_proxy: "http://127.0.0.1:9" };
    reachLoopbackDirectly(environment);
    expect(environment.no_grpc_proxy).toBe("127.0.0.1,localhost");
  });

  it("adds to what the user keeps off it", () => {
    const environment: NodeJS.ProcessEnv = { no_grpc_proxy: "cloud.internal" };
    reachLoopbackDirectly(environment);
    expect(environment.no_grpc_proxy).toBe("cloud.internal,127.0.0.1,localhost");
  });
});
