import { stringify } from "yaml";
import { scrapeJobsText } from "../../charts/monitoring/scrape/scrape-jobs";
import { ETCD_CLIENT } from "../../config/reference/monitoring-files";
import { prometheusValues } from "../../infra/add-ons/prometheus";
import { deployedRuleFiles } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { promtool } from "./promtool";

const prod = prodPlatform();
const { "prometheus.yml": own } = prometheusValues({ platform: prod, roleArns: {} }).serverFiles;

/** The certificate that is mounted where the server runs. */
const CLIENT = { "ca.crt": "", "tls.crt": "", "tls.key": "" };

/** The server's configuration with what is mounted beside it, all in one folder. */
function files(jobs: string): Readonly<Record<string, string>> {
  const flat = (paths: readonly string[]) => paths.map((path) => path.replace(/^.*\//, ""));
  return {
    ...CLIENT,
    ...deployedRuleFiles(prod),
    "scrape-jobs.yml": jobs.replaceAll(`${ETCD_CLIENT.folder}/`, ""),
    "prometheus.yml": stringify({
      rule_files: flat(own.rule_files),
      scrape_config_files: flat(own.scrape_config_files),
    }),
  };
}

describeWithTools([PROMTOOL], "the server's configuration, on promtool 2.51", () => {
  const jobs = scrapeJobsText(prod);

  test("Prometheus takes the scrape jobs and finds the rules", async () => {
    const answer = await promtool(["check", "config", "prometheus.yml"], files(jobs));
    expect(answer.text).toContain("prometheus.yml is valid prometheus config file syntax");
    expect(answer.text).toMatch(/SUCCESS: \d+ rules found/);
    expect(answer.ok).toBe(true);
  });

  test.each([
    [
      "two jobs of one name",
      jobs.replace("job_name: strimzi-operator", "job_name: strimzi"),
      'with job name "strimzi"',
    ],
    ["an expression that is none", jobs.replace("regex: .+\n", 'regex: "(+"\n'), "error parsing regexp"],
    [
      "a role that Kubernetes hasn't got",
      jobs.replace("- role: node\n", "- role: nodes\n"),
      "unknown Kubernetes SD role",
    ],
    ["a certificate that isn't mounted", jobs.replaceAll("/tls.key", "/server.key"), "server.key"],
  ])("and refuses %s", async (_, broken, says) => {
    expect(broken).not.toBe(jobs);
    const answer = await promtool(["check", "config", "prometheus.yml"], files(broken));
    expect(answer.text).toContain(says);
    expect(answer.ok).toBe(false);
  });
});
