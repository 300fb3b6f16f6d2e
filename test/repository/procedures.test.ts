import { readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceOf } from "../../charts/kube-object";
import { RULES } from "../../policies/index";
import { manifestsIn } from "../../policies/manifests";
import { ROOT } from "./repository-files";

const read = (page: string) => readFileSync(join(ROOT, "docs/runbooks", page), "utf8");
const objects = manifestsIn(join(ROOT, "manifests/sre-lab"));
const rendered = new Set(objects.map((object) => referenceOf(object)).map(({ kind, name }) => `${kind} ${name}`));
const recorded = new Set([...JSON.stringify(objects).matchAll(/record: (shop:[a-z_:]+)/g)].map(([, name]) => name));

describe.each(["service-onboarding.md", "change-request.md"])("%s", (page) => {
  const text = read(page);

  test("names rules that are there", () => {
    const ids = [...text.matchAll(/\brule `([a-z-]+)`/g)].map(([, id]) => id);
    expect(ids.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });

  test("names services and measures that the lab has", () => {
    const services = [...text.matchAll(/\bservice\/([a-z-]+)|service-name=([a-z-]+)/g)].map(([, a, b]) => a ?? b);
    expect(services.filter((name) => !rendered.has(`Service ${name}`))).toEqual([]);
    const measures = [...text.matchAll(/\bshop:[a-z_:]+/g)].map(([name]) => name);
    expect(measures.filter((name) => !recorded.has(name))).toEqual([]);
  });
});

test("the onboarding names the guide's rules and the lab's services, the change its measures", () => {
  expect(read("service-onboarding.md").match(/\brule `/g)?.length).toBe(6);
  expect(read("service-onboarding.md").match(/service\/[a-z-]+/g)).toEqual([
    "service/prometheus-service",
    "service/grafana",
    "service/alertmanager",
  ]);
  expect(new Set(read("change-request.md").match(/shop:[a-z_:]+/g))).toEqual(
    new Set(["shop:requests_failed:rate", "shop:requests:rate", "shop:requests_slow:rate"]),
  );
});
