import { textAt } from "../../../charts/checks/object-readers";
import { partRule } from "../../part-rule";
import { ALERTS } from "../../readers/alerts";
import { problem } from "../../rule";

/** A page of a site: letters, digits and signs, with an anchor at most. */
const PAGE = /^\/[\w-][\w./-]*(#[\w-]+)?$/;

/** What a stack without `vantage:alerts` links to: it names no site of its own. */
const ANY_SITE = "https://<site>";

/** Who is woken knows where to read. That the page exists is a test's to say (`alerts-tested.test.ts`). */
export const alertRunbook = partRule(
  {
    id: "alert-runbook",
    title: "Every alert links to a page of the stack's runbooks",
    severity: "medium",
    enforcement: "mandatory",
    why: "Who is woken at night would have to find out first what the alert means, and what is done about it.",
    remediation:
      "Set annotations.runbook_url to a page below vantage:alerts.runbooks, in a lab below vantage:labMonitoring.runbooks.",
    link: "https://prometheus.io/docs/practices/alerting/",
  },
  {
    ...ALERTS,
    check: ({ path, fields }, { platform }) => {
      const site = platform.labMonitoring?.runbooks ?? platform.alerts?.runbooks ?? ANY_SITE;
      const url = textAt(fields, ["annotations", "runbook_url"]);
      const page = site === ANY_SITE ? url.replace(/^https:\/\/[a-z0-9.-]+/, "") : url.slice(site.length);
      return (site === ANY_SITE || url.startsWith(site)) && PAGE.test(page)
        ? []
        : [problem(path, `annotations.runbook_url is ${url || "missing"}; a page below ${site}`)];
    },
  },
);
