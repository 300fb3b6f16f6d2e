import { MOST_AT_ONCE, requestsDue } from "../../../lab/traffic/requests-due";

test.each([
  ["nothing at the start", 0, 150, 0, 0],
  ["nothing before the first is due", 6, 150, 0, 0],
  ["the first one in time", 7, 150, 0, 1],
  ["what is due within a tick", 1000, 150, 147, 3],
  ["nothing when all are sent", 1000, 150, 150, 0],
  ["nothing after too many", 1000, 150, 160, 0],
  ["no flood after a pause", 10_000, 150, 0, MOST_AT_ONCE],
])("%s", (_, elapsed, rate, sent, due) => {
  expect(requestsDue(elapsed, rate, sent)).toBe(due);
});
