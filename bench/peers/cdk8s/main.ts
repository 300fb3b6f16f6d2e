/** The app of the peer: the constructs of every chart, as cdk8s's TypeScript template builds and synthesizes them. */
import { resolve } from "node:path";
import { App, Chart } from "cdk8s";
import { CHARTS } from "../../../charts/charts";
import { chartsOf } from "../../../charts/system-chart";
import { loadStackFile } from "../../../config/load";

// bench/synth-commands.ts names the stack; without one the first of the repository's would be a guess.
const stack = process.env.VANTAGE_BENCH_STACK;
if (stack === undefined) throw new Error("VANTAGE_BENCH_STACK names no stack, such as the S of Pulumi.S.yaml.");

const platform = loadStackFile(resolve(__dirname, `../../../Pulumi.${stack}.yaml`));
const app = new App();
for (const { name, build } of chartsOf(platform, CHARTS)) build(new Chart(app, name), platform);
app.synth();
