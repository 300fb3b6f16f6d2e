import { apiServerFlags, etcdFlags } from "./process-flags";

const PORTS = { etcd: 1001, apiServer: 1002 };
const CREDENTIALS = { token: "t", tokenFile: "/f/tokens.csv", serviceAccountKeyFile: "/f/sa.key" };
const flags = apiServerFlags("/f", PORTS, CREDENTIALS);

test("the API server reads what etcd serves", () => {
  expect(etcdFlags("/f", PORTS)).toContain("--listen-client-urls=http://127.0.0.1:1001");
  expect(flags).toContain("--etcd-servers=http://127.0.0.1:1001");
});

test("nothing listens anywhere but on the loopback address", () => {
  const urls = etcdFlags("/f", PORTS).filter((flag) => flag.includes("urls="));
  expect(urls).toHaveLength(3);
  for (const flag of urls) expect(flag).toMatch(/=http:\/\/127\.0\.0\.1:\d+$/);
  expect(flags).toEqual(expect.arrayContaining(["--bind-address=127.0.0.1", "--secure-port=1002"]));
});

test("no admission plugin, feature or API is turned off or on", () => {
  expect(flags.filter((flag) => /admission|feature-gates|runtime-config/.test(flag))).toEqual([]);
});

test("Services get the addresses that the test names", () => {
  expect(flags).toContain("--service-cluster-ip-range=172.20.0.0/16");
  expect(apiServerFlags("/f", PORTS, CREDENTIALS, "10.100.0.0/16")).toContain(
    "--service-cluster-ip-range=10.100.0.0/16",
  );
});
