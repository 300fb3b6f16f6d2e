import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymousAclArguments, anonymousAclsScript } from "../../../../charts/kafka/cluster/anonymous-acls";
import { CONSUMER_GROUPS, TOPIC_INVENTORY } from "../../../documented/kafka";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

const moved = prodWith(({ kafka }) => Object.assign(kafka.listeners, { anonymousAcls: false }));
const TOPICS = Object.keys(TOPIC_INVENTORY).sort();

/** The two calls of the tool, after the verb. */
const RULES = [
  "--allow-principal User:ANONYMOUS --operation Describe --operation Read --operation Write " +
    TOPICS.map((topic) => `--topic ${topic}`).join(" "),
  "--allow-principal User:ANONYMOUS --operation Describe --operation Read " +
    CONSUMER_GROUPS.map((group) => `--group ${group}`).join(" "),
];

describe("the access lists of those without a name", () => {
  it("are what the applications' user may do: the ten topics, the six groups", () => {
    const given = anonymousAclArguments(prodPlatform()).map((list) => list.join(" "));
    expect(given).toEqual(RULES.map((rule) => `--add ${rule}`));
  });

  it("are taken away, without a question, where the stack file says that nobody needs them", () => {
    const given = anonymousAclArguments(moved).map((list) => list.join(" "));
    expect(given).toEqual(RULES.map((rule) => `--remove --force ${rule}`));
  });
});

describe("the script", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "anonymous-acls-"));
    mkdirSync(join(folder, "bin"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs it beside a stand-in of the tool that writes down its arguments and fails the first times. */
  function run(failures: number) {
    const tool = join(folder, "bin/kafka-acls.sh");
    writeFileSync(tool, `#!/bin/sh\necho "$*" >> calls\n[ "$(wc -l < calls)" -gt ${failures} ]\n`);
    chmodSync(tool, 0o755);
    const { status, stderr } = spawnSync("/bin/sh", ["-euc", anonymousAclsScript(prodPlatform())], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, SCRATCH: folder, BOOTSTRAP_SERVERS: "brokers:9093", RETRY_SECONDS: "0" },
    });
    const calls = readFileSync(join(folder, "calls"), "utf8").trimEnd().split("\n");
    return { status, stderr, calls };
  }
  const call = (rule: string | undefined) =>
    `--bootstrap-server brokers:9093 --command-config ${folder}/admin.properties --add ${rule}`;

  it("calls the tool once for topics and once for groups", () => {
    expect(run(0)).toEqual({ status: 0, stderr: "", calls: RULES.map(call) });
  });

  it("goes on until the brokers take them", () => {
    const { status, stderr, calls } = run(2);
    expect(status).toBe(0);
    expect(calls).toEqual([RULES[0], RULES[0], RULES[0], RULES[1]].map(call));
    expect(stderr).toBe("The brokers don't take access lists yet; once more in 0 s.\n".repeat(2));
  });

  it("signs in by the mounted stores, whose passwords Kafka itself looks up", () => {
    run(0);
    expect(readFileSync(join(folder, "admin.properties"), "utf8")).toBe(
      [
        "security.protocol=SSL",
        "ssl.truststore.type=PKCS12",
        "ssl.truststore.location=/etc/kafka-trust/ca.p12",
        `ssl.truststore.password=\${directory:/etc/kafka-trust:ca.password}`,
        "ssl.keystore.type=PKCS12",
        "ssl.keystore.location=/etc/kafka-key/user.p12",
        `ssl.keystore.password=\${directory:/etc/kafka-key:user.password}`,
        "config.providers=directory",
        "config.providers.directory.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider",
        "",
      ].join("\n"),
    );
  });
});
