import { infrastructureOf } from "../../../../../review/page/architecture/network/infrastructure";
import { infrastructurePicture } from "../../../../../review/page/architecture/network/picture";
import { infrastructureTable } from "../../../../../review/page/architecture/network/table";
import { PlanIndex } from "../../../../../review/page/architecture/plan-index";
import { resource } from "../../../../policies/estate-fixture";
import { smallPlan } from "../../page-fixture";

const changed = new Map([["aws:eks/nodeGroup:NodeGroup workers", "replacement"]] as const);
const regions = infrastructureOf(new PlanIndex(smallPlan()), [], changed);
const picture = infrastructurePicture(regions).text;
const texts = [...picture.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, text = ""]) =>
  text.replace(/<[^>]+>/g, ""),
);

describe("the picture of the infrastructure", () => {
  it("has everything that is known, as text", () => {
    expect(texts).toEqual([
      "eu-central-1",
      "VPC lab",
      "10.0.0.0/16 · internet gateway",
      "eu-central-1a",
      "eu-central-1b",
      "public",
      "internet gateway",
      "10.0.0.0/24",
      "NAT gateway",
      "10.0.1.0/24",
      "private",
      "NAT gateway",
      "10.0.10.0/24",
      "10.0.11.0/24",
      "lab",
      "EKS control plane · Kubernetes 1.29 · private end…",
      "workers",
      "replacement · 2 nodes (1 to 4) · m6i.xlarge · spot",
      "brokers",
      "3 nodes · i3en.2xlarg…",
      "Endpoints of services in the network",
      "s3",
      "S3 buckets",
      "lab-backups",
    ]);
  });

  it("says of what is cut the whole, to a pointer", () => {
    expect(picture).toContain("<title>brokers: 3 nodes · i3en.2xlarge · self-managed</title>");
  });

  it("marks what changes by a bar and by its class", () => {
    expect(picture).toContain('<rect class="bar class-replacement" y="0" width="4" height="44"/>');
    expect(picture).toContain('<tspan class="mark class-replacement">replacement</tspan> · ');
  });

  it("has a title and a description", () => {
    expect(picture).toMatch(
      /^<svg class="picture" .*role="img" aria-labelledby="infrastructure-title infrastructure-description">/,
    );
    expect(picture).toContain('<title id="infrastructure-title">Regions, networks, zones and pools of nodes</title>');
  });

  it("lists pools whose subnets aren't known apart", () => {
    const lonely = resource("aws:eks/nodeGroup:NodeGroup", "lonely", {});
    const { text } = infrastructurePicture(infrastructureOf(new PlanIndex([lonely]), [], new Map()));
    expect(text).toContain('<text class="box-title" x="12" y="20">In subnets not known yet</text>');
    expect(text).toContain("<title>lonely</title>");
  });

  it("is there in words", () => {
    const { text } = infrastructureTable(regions);
    expect(text).toContain('<th scope="row"><code>private</code><span class="basis">lab, eu-central-1</span></th>');
    expect(text).toContain('<span class="basis">eu-central-1b: 10.0.11.0/24</span></td>\n<td>NAT gateway</td>');
    expect(text).toContain('<code>workers</code><span class="basis">2 nodes (1 to 4) · m6i.xlarge · spot</span>');
  });
});
