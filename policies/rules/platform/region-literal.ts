import { type Named, textRule } from "../../aws-texts";
import type { Estate } from "../../estate";

/** Name of a region. Source: AWS General Reference, "Regions and Zones". */
const REGION = "(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[a-z]?)?-(?:north|south)?(?:east|west|central)?-\\d";

/** A host of AWS, or the name of an endpoint service, which begins with the domain from the back. */
const HOST = /(?<![\w.-])(?:(?:[\w-]+\.)*amazonaws\.com(?:\.cn)?|com\.amazonaws\.[\w.-]+)(?![\w-])/g;

const REGION_LABEL = new RegExp(`^${REGION}$`);
/** A text that is the name of a region, or of a zone, and nothing else. */
const REGION_OR_ZONE = new RegExp(`^(${REGION})[a-z]?$`);

/** No endpoint, region or zone of another region; nor a regional endpoint under the domain of another partition. */
export const regionLiteral = textRule(
  {
    id: "region-literal",
    title: "Every endpoint, region and zone that is named is of the stack's region",
    severity: "medium",
    enforcement: "mandatory",
    why: "Calls would leave the region, or the partition, for one where nothing of the stack is; they are slow, paid for by the byte, or refused.",
    remediation: "Take region and domain from the stack's location (platform.aws) instead of writing them out.",
    link: "https://docs.aws.amazon.com/general/latest/gr/rande.html",
  },
  (text, estate) => [...hosts(text, estate), ...regions(text, estate)],
);

function hosts(text: string, { platform: { aws } }: Estate): readonly Named[] {
  return [...text.matchAll(HOST)].flatMap(([host]): Named | readonly Named[] => {
    const region = host.split(".").find((label) => REGION_LABEL.test(label));
    if (region === undefined) return [];
    if (region !== aws.region) return { message: `${host} is in region ${region}; the stack is in ${aws.region}` };
    // Endpoint services are named alike in every partition.
    if (host.startsWith("com.") || host.endsWith(`.${aws.dnsSuffix}`)) return { message: undefined };
    return { message: `${host} is not under ${aws.dnsSuffix}, the domain of the stack's partition` };
  });
}

function regions(text: string, { platform: { aws } }: Estate): readonly Named[] {
  const region = REGION_OR_ZONE.exec(text)?.[1];
  if (region === undefined) return [];
  return [{ message: region === aws.region ? undefined : `is ${text}; the stack is in ${aws.region}` }];
}
