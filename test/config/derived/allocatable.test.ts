import { allocatable } from "../../../config/derived/allocatable";
import { redisDiskSeconds, redisFilesGib, redisMemoryGib } from "../../../config/derived/redis-sizes";
import { INSTANCE_TYPES } from "../../../config/reference/instance-types";
import { Quantity } from "../../../config/units/quantity";
import { prodPlatform } from "../../infra/prod-platform";

const GIB = 2 ** 30;
const { kubelet } = prodPlatform();
const r6i = INSTANCE_TYPES["r6i.2xlarge"];
if (r6i === undefined) throw new Error("the documents' instance type is known");

describe("what a node has for pods", () => {
  it("is its size without the kernel's share, the documented reservations and the eviction threshold", () => {
    const memoryBytes = Math.floor(64 * GIB * 0.925 - 1 * GIB - 0.5 * GIB - 100 * 2 ** 20);
    expect(allocatable(r6i, kubelet)).toEqual({ cpuMilli: 8_000 - 500 - 200, memoryBytes });
  });

  it("takes a threshold as a share of the memory, too", () => {
    const with5 = allocatable(r6i, {
      ...kubelet,
      evictionHard: { ...kubelet.evictionHard, "memory.available": "5%" },
    });
    expect(with5.memoryBytes).toBe(Math.floor(64 * GIB * 0.925 * 0.95 - 1.5 * GIB));
  });

  it("is enough for one of the documented 36 GB servers, and never for two", () => {
    const pod = redisMemoryGib(Quantity.parse("36Gi")) * GIB;
    expect(pod).toBe(48 * GIB);
    expect(Math.floor(allocatable(r6i, kubelet).memoryBytes / pod)).toBe(1);
  });
});

describe("sizes of a Redis server", () => {
  it.each([
    ["14Gi", 19, 70, 28, 115],
    ["28Gi", 38, 140, 56, 230],
    ["36Gi", 48, 180, 72, 295],
  ])(
    "maxmemory %s: %d GiB of memory, %d GiB of files with an append-only file and %d without, %d s to write",
    (text, memory, withLog, without, seconds) => {
      const maxmemory = Quantity.parse(text);
      expect(redisMemoryGib(maxmemory)).toBe(memory);
      expect(redisFilesGib({ maxmemory, appendOnly: true })).toBe(withLog);
      expect(redisFilesGib({ maxmemory, appendOnly: false })).toBe(without);
      expect(redisDiskSeconds(maxmemory)).toBe(seconds);
    },
  );
});
