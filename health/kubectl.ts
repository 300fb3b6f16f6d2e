import { execFile } from "node:child_process";
import { UserError } from "../sandbox/engine/user-error";
import { type ClusterAddress, type ClusterReader, type LiveObject, ReadFailure } from "./cluster-reader";

/**
 * How long kubectl waits for one answer. What a whole cluster has of a kind comes in pages, each of which counts for itself; a server that is up takes
 * a second or two. kubectl tells the server as well, which hands it on to a service that is asked through it: `?timeout=20s`.
 */
export const REQUEST_TIMEOUT_SECONDS = 20;

/** Largest answer that is taken, in bytes: some thousand pods, at about 20 kB each, with a wide margin. */
const MAX_ANSWER_BYTES = 2 ** 30;

/** How kubectl says that something isn't there: an object or an API, and a kind that no API has. */
const ABSENT = /^Error from server \(NotFound\)|the server doesn't have a resource type/m;

/** A line of kubectl's log: `E1121 20:13:43.1234 ...`. Source: klog, header format. */
const LOG_LINE = /^[IWEF]\d{4} /;

/** What can be chosen about kubectl. */
export interface KubectlOptions {
  /** Context of the kubeconfig. @default the current one */
  readonly context?: string;
  /** @default `kubectl`, from the PATH */
  readonly program?: string;
  /** Variables for kubectl beside those of this process, such as `KUBECONFIG`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Reads with kubectl, with the address and the rights that the person at the keyboard has. */
export function kubectlReader(options: KubectlOptions = {}): ClusterReader {
  const run = (args: readonly string[]) => kubectl(options, args);
  return {
    address: async () => addressIn(await run(["config", "view", "--minify", "-o", "json"]).catch(() => "{}")),
    list: async <T extends LiveObject>(resource: string) => {
      const answer = await run(["get", resource, "--all-namespaces", "-o", "json"]);
      return (JSON.parse(answer) as { items: readonly T[] }).items;
    },
    fields: async (resource, fieldSelector, paths) => {
      const row = paths.map((path) => `{${path}}`).join('{"\\t"}');
      const template = `jsonpath={range .items[*]}${row}{"\\n"}{end}`;
      const answer = await run([
        "get",
        resource,
        "--all-namespaces",
        `--field-selector=${fieldSelector}`,
        "-o",
        template,
      ]);
      return answer
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split("\t"));
    },
    raw: (path) => run(["get", "--raw", path]),
  };
}

/** How a call would be typed, for reports. */
export function kubectlCall({ context }: KubectlOptions, args: readonly string[]): string {
  return ["kubectl", ...(context === undefined ? [] : ["--context", context]), ...args].join(" ");
}

/** @throws ReadFailure with what kubectl said; UserError where there is no kubectl */
function kubectl(options: KubectlOptions, args: readonly string[]): Promise<string> {
  const { context, program = "kubectl", environment = {} } = options;
  const flags = [
    `--request-timeout=${REQUEST_TIMEOUT_SECONDS}s`,
    ...(context === undefined ? [] : [`--context=${context}`]),
  ];
  const settings = { env: { ...process.env, ...environment }, maxBuffer: MAX_ANSWER_BYTES };
  return new Promise((resolve, reject) => {
    execFile(program, [...flags, ...args], settings, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (error.code === "ENOENT") reject(new UserError(noKubectl(program)));
      else reject(new ReadFailure(saidIn(stderr) || error.message, ABSENT.test(stderr)));
    });
  });
}

function noKubectl(program: string): string {
  return `There is no ${program} on the PATH. Install kubectl, at most one minor version older or newer than the cluster.`;
}

/** What kubectl says, on one line, without its log of what it tried before. */
function saidIn(text: string): string {
  const said = text.split("\n").filter((line) => !LOG_LINE.test(line));
  return said.join(" ").replace(/\s+/g, " ").trim();
}

interface Kubeconfig {
  readonly "current-context"?: string;
  readonly clusters?: readonly { readonly name: string; readonly cluster: { readonly server?: string } }[] | null;
}

function addressIn(text: string): ClusterAddress {
  const { "current-context": context = "", clusters } = JSON.parse(text) as Kubeconfig;
  const [{ name: cluster = "", cluster: { server = "" } = {} } = {}] = clusters ?? [];
  return { context, cluster, server };
}
