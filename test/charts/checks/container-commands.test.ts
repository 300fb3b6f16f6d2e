import { containerCommands } from "../../../charts/checks/container-commands";
import { findIn, workload } from "./workload-fixture";

const withCommand = (...command: string[]) => workload({ spec: { containers: [{ name: "a", command }] } });

it.each([[["/bin/sh", "-c", "a | b"]], [["etcdctl", "compact", "1 2"]], [[]]])(
  "begins with a program: %j",
  (command) => {
    expect(findIn(containerCommands, withCommand(...command))).toEqual([]);
  },
);

it.each(["etcdctl compact 1", "a\nb", "a\tb"])("finds %j, a line of shell, where a program belongs", (line) => {
  expect(findIn(containerCommands, withCommand(line))).toMatchObject([
    {
      path: ["spec", "template", "spec", "containers", 0, "command", 0],
      message: expect.stringContaining("names a program with spaces"),
    },
  ]);
});

it("finds one in containers that run before the others, too", () => {
  const before = workload({ spec: { initContainers: [{ name: "b", command: ["mkdir -p /a"] }] } });
  expect(findIn(containerCommands, before)).toHaveLength(1);
});
