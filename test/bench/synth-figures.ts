import type { SynthFigures } from "../../bench/synth-figures";

/** Figures that hold every target of synth, each just so. */
export const synthFigures: SynthFigures = {
  objects: 70,
  cdk8s: { name: "cdk8s", seconds: [4, 6, 5] },
  cdk8sUnchecked: { name: "tsx", seconds: [2] },
  npm: { name: "npm run synth", seconds: [0.5] },
  helm: { name: "helm", seconds: [0.1] },
  node: { name: "node", seconds: [0.3] },
  few: { name: "1000", seconds: [0.2] },
  many: { name: "10000", seconds: [3] },
};
