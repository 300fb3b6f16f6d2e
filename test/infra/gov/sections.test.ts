import { showPath } from "../../../config/config-path";
import { parseSections } from "../../../config/parse-sections";
import { present } from "./gov-findings";
import { type GovInput, govInput } from "./gov-platform";

/** What is said of the new sections after a change to the file. */
function said(change: (input: GovInput) => void): string[] {
  const input = govInput();
  change(input);
  const { findings } = parseSections(input as unknown as Record<string, unknown>);
  const own = findings.filter(({ path: [section] }) =>
    ["access", "securityServices", "dataAccess"].includes(String(section)),
  );
  return own.map(({ path, allowed }) => `${showPath(path)}: ${allowed}`);
}

test("the file is right by itself, and so is one without the sections", () => {
  expect(said(() => {})).toEqual([]);
  expect(
    said((input) => {
      delete input.access;
      delete input.securityServices;
      delete input.dataAccess;
    }),
  ).toEqual([]);
});

test.each<[string, (input: GovInput) => unknown, string]>([
  [
    "an address that is none",
    ({ securityServices }) => Object.assign(present(securityServices).guardDuty, { subscribers: ["sre"] }),
    "vantage:securityServices.guardDuty.subscribers[0]: an e-mail address",
  ],
  [
    "no subscriber",
    ({ securityServices }) => Object.assign(present(securityServices).securityHub, { subscribers: [] }),
    "vantage:securityServices.securityHub.subscribers:",
  ],
  [
    "a standard that there isn't",
    ({ securityServices }) => Object.assign(present(securityServices).securityHub, { standards: ["pci"] }),
    "vantage:securityServices.securityHub.standards[0]:",
  ],
  ["an unknown way in", ({ access }) => Object.assign(present(access), { ssh: {} }), "vantage:access.ssh:"],
  [
    "a bastion that may do what it likes",
    ({ access }) => Object.assign(present(present(access).bastion), { clusterAccess: "all" }),
    "vantage:access.bastion.clusterAccess:",
  ],
  [
    "every user of a database",
    ({ dataAccess }) =>
      Object.assign(present(dataAccess).workloads, {
        x: {
          namespace: "x",
          serviceAccount: "x",
          grants: { rds: [{ resourceId: "db-ABCDEFGHIJKL01234", user: "*" }] },
        },
      }),
    "vantage:dataAccess.workloads.x.grants.rds[0].user:",
  ],
  [
    "every secret of the account",
    ({ dataAccess }) =>
      Object.assign(present(dataAccess).workloads, {
        x: { namespace: "x", serviceAccount: "x", grants: { secrets: ["*"] } },
      }),
    "vantage:dataAccess.workloads.x.grants.secrets[0]:",
  ],
  [
    "every queue",
    ({ dataAccess }) =>
      Object.assign(present(dataAccess).workloads, {
        x: { namespace: "x", serviceAccount: "x", grants: { sqs: [{ queue: "*", access: "scale" }] } },
      }),
    "vantage:dataAccess.workloads.x.grants.sqs[0].queue:",
  ],
  [
    "every model",
    ({ dataAccess }) =>
      Object.assign(present(dataAccess).workloads, {
        x: { namespace: "x", serviceAccount: "x", grants: { bedrock: { models: ["*"] } } },
      }),
    "vantage:dataAccess.workloads.x.grants.bedrock.models[0]:",
  ],
])("%s is refused, with its place", (_, change, expected) => {
  const [first, ...others] = said((input) => void change(input));
  expect(others).toEqual([]);
  expect(first).toContain(expected);
});
