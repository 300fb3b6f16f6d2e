import { untilTrue } from "../../../lab/processes/until-true";
import type { BackgroundProcess } from "../../cluster/control-plane/guarded-processes";

const server = (running: boolean): BackgroundProcess => ({
  name: "prometheus",
  pid: 1,
  isRunning: () => running,
  logTail: () => "no space left on device",
});

test("goes on asking until it is so", async () => {
  let asked = 0;
  await untilTrue("it answers", [server(true)], async () => {
    asked += 1;
    return asked === 3;
  });
  expect(asked).toBe(3);
});

test("an answer is not believed once a process has ended: it may be that of another server", async () => {
  for (const holds of [false, true])
    await expect(untilTrue("it answers", [server(false)], async () => holds)).rejects.toThrow(
      "prometheus ended before it answers:\nno space left on device",
    );
});

test("a server that refuses is told at once", async () => {
  const refusal = new Error("400: invalid");
  await expect(untilTrue("it answers", [server(true)], () => Promise.reject(refusal))).rejects.toBe(refusal);
});
