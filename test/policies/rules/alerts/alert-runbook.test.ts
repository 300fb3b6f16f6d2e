import { alertRunbook } from "../../../../policies/rules/alerts/alert-runbook";
import { prodPlatform } from "../../../infra/prod-platform";
import { describeRule } from "../../rule-cases";
import { ALERT, PAGE, rewritten, rules } from "./alert-objects";

const SITE = prodPlatform().alerts.runbooks;
const says = (given: string) => [`${ALERT}: annotations.runbook_url is ${given}; a page below ${SITE}`];

describeRule(alertRunbook, {
  good: () => ({ objects: [rules()] }),
  holds: [["a part of a page", rewritten(PAGE, `${PAGE}#diskfull`)]],
  breaks: [
    ["no link", rewritten("runbook_url", "runbook"), says("missing")],
    ["the site itself", rewritten(PAGE, `${SITE}/`), says(`${SITE}/`)],
    ["another site", rewritten(PAGE, "https://example.com/disks"), says("https://example.com/disks")],
    ["a site that only begins alike", rewritten(PAGE, `${SITE}.example.com/disks`), says(`${SITE}.example.com/disks`)],
    ["a link without TLS", rewritten("https:", "http:"), says(PAGE.replace("https:", "http:"))],
  ],
});
