import { stringify } from "yaml";
import { prodPlatform } from "../../../infra/prod-platform";
import { type Changeable, objectNamed, type Things } from "../../estate-fixture";

/** How reports call the alert below, and where it is. */
export const ALERT = 'ConfigMap watch/rules alert DiskFull: data["disks.yaml"]';

/** A page of the runbooks of the committed stack file. */
export const PAGE = `${prodPlatform().alerts.runbooks}/disks`;

/** A ConfigMap with a rule file of one alert, one recorded series, and a file that is none. */
export function rules(): Changeable {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "rules", namespace: "watch" },
    data: {
      "disks.yaml": stringify({
        groups: [
          {
            name: "disks",
            rules: [
              { record: "disk:free", expr: "node_filesystem_avail_bytes" },
              {
                alert: "DiskFull",
                expr: "disk:free < 1",
                for: "5m",
                labels: { severity: "warning" },
                annotations: { summary: "A disk is full", description: "Remove something.", runbook_url: PAGE },
              },
            ],
          },
        ],
      }),
      "scrape.yml": "jobs: []\n",
    },
  };
}

/** Writes something else into the rule file. */
export function rewritten(was: string | RegExp, now: string): (things: Things) => void {
  return (things) => {
    const { data } = objectNamed(things);
    const changed = data["disks.yaml"].replace(was, now);
    if (changed === data["disks.yaml"]) throw new Error(`The rule file has no ${was}.`);
    data["disks.yaml"] = changed;
  };
}
