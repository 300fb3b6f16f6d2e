import { selectors } from "../../charts/checks/promql-selectors";
import { deployedRuleFiles, deployedRules } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { promtool } from "./promtool";

const prod = prodPlatform();
const files = deployedRuleFiles(prod);

describeWithTools([PROMTOOL], "the deployed rules, on promtool 2.51", () => {
  test("it is the documented release", async () => {
    expect((await promtool(["--version"], {})).text).toMatch(/^promtool, version 2\.51\.0 /);
  });

  test.each(Object.keys(files))("%s is right", async (name) => {
    const answer = await promtool(["check", "rules", "--lint=all", "--lint-fatal", name], files);
    expect(answer.text).toContain("SUCCESS");
    expect(answer.ok).toBe(true);
  });

  test("a rule file that is wrong is refused", async () => {
    const broken = files["redis-memory-critical.yaml"]?.replace("> 0.90", "> > 0.90") ?? "";
    const answer = await promtool(["check", "rules", "broken.yaml"], { "broken.yaml": broken });
    expect(answer.text).toContain("parse error");
    expect(answer.ok).toBe(false);
  });

  test.each(deployedRules(prod).map(({ alert, record, expr }) => [alert ?? record ?? "", expr] as const))(
    "the selectors of %s are those that the engine's own parser sees",
    async (_, expr) => {
      // It puts a matcher of its own into every selector, and shows where.
      const marked = await promtool(["--experimental", "promql", "label-matchers", "set", expr, "seen", "here"], {});
      expect(marked.ok).toBe(true);
      const count = marked.text.split('seen="here"').length - 1;
      const seen = [...marked.text.matchAll(/([A-Za-z_:][\w:]*)\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*seen="here"/g)];
      expect(seen).toHaveLength(count);
      expect(selectors(expr).map(({ metric }) => metric)).toEqual(seen.map(([, metric]) => metric));
    },
  );
});
