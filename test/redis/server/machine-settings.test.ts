import { machineFlags, withDataFolder } from "./machine-settings";

test("only what belongs to the machine is replaced", () => {
  expect(machineFlags(7000, 17000, "/tmp/x")).toEqual({
    port: "7000",
    "cluster-port": "17000",
    bind: "127.0.0.1",
    dir: "/tmp/x",
    daemonize: "no",
    logfile: "",
  });
});

test("the data folder is another one on the same line, and nothing else is touched", () => {
  const config = "# dir /data\nport 6379\n  DIR /data\ndirectory x\ndbfilename dir.rdb\n";
  expect(withDataFolder(config, "/tmp/x")).toBe(
    "# dir /data\nport 6379\ndir /tmp/x\ndirectory x\ndbfilename dir.rdb\n",
  );
});
