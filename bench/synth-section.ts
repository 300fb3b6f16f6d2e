import { median } from "./median";
import { type Series, seriesCells, timesAsLong } from "./series";
import {
  FEW_OBJECTS,
  growth,
  MANY_OBJECTS,
  millisecondsEach,
  type SynthFigures,
  TARGET_CDK8S_RATIO,
  TARGET_GROWTH,
  TARGET_HELM_RATIO,
} from "./synth-figures";

/** The part of docs/performance.md that is about synth. */
export function synthSection(stack: string, figures: SynthFigures): string {
  const { objects, cdk8s, cdk8sUnchecked, npm, helm, node, few, many } = figures;
  const against = (base: Series) => (series: Series) =>
    `${seriesCells(series)} ${timesAsLong(series, base).toFixed(1)} |`;
  const growthRow = (series: Series, count: number) =>
    `${seriesCells(series)} ${millisecondsEach(series, count).toFixed(2)} ms |`;
  return `## Synth

The manifests of \`${stack}\`, ${objects} objects: whole processes, from start to end. Median of ${npm.seconds.length} rounds, the commands taking turns; a round before the first filled the caches of all of
them, and what the peers print was compared with the objects of the charts, one by one.

Each through \`npm run\`, as the template of cdk8s starts its own:

| command | median | range | times as long |
|---|---|---|---|
${[cdk8s, cdk8sUnchecked, npm].map(against(npm)).join("\n")}

At least ${TARGET_CDK8S_RATIO} is to hold for the first, whose app is the build functions of the same charts, under the same compiler options; its network request for a newer release is off. Of the two renderings it
writes the documented one; synth makes both, applies the ledger, runs the semantic checks and compares the files with those that are committed.

Each by itself:

| command | median | range | times as long |
|---|---|---|---|
${[helm, node].map(against(helm)).join("\n")}

At most ${TARGET_HELM_RATIO} is to hold. The chart has a template for each deployable object, which takes name and namespace from the values. Helm is one binary, so synth is started without npm here, which takes
${(median(npm.seconds) - median(node.seconds)).toFixed(2)} s for itself whatever it runs; with npm it is ${timesAsLong(npm, helm).toFixed(1)} times as long as Helm.

How cost grows, on synthetic objects (ServiceAccount, ConfigMap, Service and Deployment of as many applications as it takes, every fifth with an entry in the ledger), from constructs to compared files, in
a process for each that has synthesized some before:

| objects | median | range | each |
|---|---|---|---|
${growthRow(few, FEW_OBJECTS)}
${growthRow(many, MANY_OBJECTS)}

Each costs ${growth(figures).toFixed(2)} times as much among ${MANY_OBJECTS} as among ${FEW_OBJECTS}; at most ${TARGET_GROWTH} is to hold.
`;
}
