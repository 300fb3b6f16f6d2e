import { redisPersistence } from "../../../../policies/rules/redis/redis-persistence";
import { describeRule } from "../../rule-cases";
import { CONTAINER, called, configured, SERVER, server } from "./redis-objects";

describeRule(redisPersistence, {
  good: () => ({ objects: server(["appendonly yes", "save 3600 1"]) }),
  holds: [
    ["an append-only file alone", configured("appendonly yes", 'save ""')],
    ["snapshots alone", configured("appendonly no", "save 3600 1 300 100")],
    ["snapshots that the command line asks for", called("--save", "3600 1")],
  ],
  breaks: [
    [
      "neither",
      configured("appendonly no", 'save ""'),
      [`${SERVER}: ${CONTAINER}: appendonly is no and save is ""; one of them has to keep the data`],
    ],
    [
      "a configuration that says nothing of it",
      configured("maxmemory 1gb"),
      [`${SERVER}: ${CONTAINER}: appendonly is not set and save is not set; one of them has to keep the data`],
    ],
    [
      "a command line that takes both away",
      called("--appendonly", "no", "--save", ""),
      [`${SERVER}: ${CONTAINER}: appendonly is no and save is ""; one of them has to keep the data`],
    ],
  ],
  ignores: [["pods that run something else", (things) => things.objects.splice(1)]],
});
