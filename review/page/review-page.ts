import { type KubeObject, referenceOf, referenceText } from "../../charts/kube-object";
import { objectsIn } from "../../policies/estate-of-plan";
import { pageDocument } from "./document";
import type { PageInput } from "./page-input";
import type { Section } from "./section";
import { architectureSection } from "./sections/architecture";
import { capacitySection } from "./sections/capacity";
import { changesSection } from "./sections/changes";
import { costSection } from "./sections/cost";
import { factsSection } from "./sections/facts";
import { listingSection } from "./sections/listing";
import { policiesSection } from "./sections/policies";
import { summarySection } from "./sections/summary";

/**
 * One HTML file that shows a review, or a stack alone: it asks nothing of the network, and is the same for the same input. A part that isn't given has no section.
 */
export function reviewPage(input: PageInput): string {
  const { stack, compared, changes, resources = [], policies, cost, costNotes = [], capacity, facts } = input;
  const objects = allObjects(input);
  const sections: readonly (Section | undefined)[] = [
    summarySection({ ...input, objects }),
    changes && changesSection(changes),
    resources.length + objects.length > 0 ? architectureSection(resources, objects, changes ?? []) : undefined,
    policies && policiesSection(policies),
    cost && costSection(cost, costNotes, compared !== undefined),
    capacity && capacitySection(capacity),
    facts && factsSection(facts),
    changes === undefined && resources.length + objects.length > 0 ? listingSection(resources, objects) : undefined,
  ];
  return pageDocument({
    title: compared === undefined ? `Stack ${stack}` : `Review of stack ${stack}`,
    subtitle: compared === undefined ? "What the stack would be, as planned." : `${compared.base} to ${compared.head}`,
    sections: sections.filter((section) => section !== undefined),
  });
}

/** The objects of the manifests and of the plan; of one that both have, that of the manifests: it is what reviewers see. */
function allObjects({ resources = [], objects = [] }: PageInput): readonly KubeObject[] {
  const all = [...resources.flatMap(objectsIn), ...objects];
  return [...new Map(all.map((object) => [referenceText(referenceOf(object)), object])).values()];
}
