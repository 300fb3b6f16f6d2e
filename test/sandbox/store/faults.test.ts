import { FaultPlan, parseFaults } from "../../../sandbox/store/faults";

const never = new AbortController().signal;

test("without a fault nothing is struck", async () => {
  await expect(new FaultPlan([]).strike("create", "t", never)).resolves.toBe(undefined);
});

test("the Nth matching operation fails, and only that one", async () => {
  const plan = new FaultPlan([{ action: "fail", nth: 2, operation: "create", type: "t" }]);
  await plan.strike("create", "t", never);
  await plan.strike("update", "t", never);
  await plan.strike("create", "other", never);
  await expect(plan.strike("create", "t", never)).rejects.toThrow(
    "simulated fault: create number 2 of t fails, as VANTAGE_SANDBOX_FAULTS asks",
  );
  await expect(plan.strike("create", "t", never)).resolves.toBe(undefined);
});

test("an operation that hangs ends when it is cancelled", async () => {
  const cancellation = new AbortController();
  let ended = false;
  const hanging = new FaultPlan([{ action: "hang", nth: 1 }]).strike("delete", "t", cancellation.signal).finally(() => {
    ended = true;
  });
  hanging.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ended).toBe(false);
  cancellation.abort();
  await expect(hanging).rejects.toThrow("simulated fault: delete number 1 hung until it was cancelled");
});

test("faults are read from JSON", () => {
  expect(parseFaults(undefined)).toEqual([]);
  expect(parseFaults('[{"action":"hang","nth":3,"operation":"update","type":"t","more":1}]')).toEqual([
    { action: "hang", nth: 3, operation: "update", type: "t" },
  ]);
});

test.each([
  ["nonsense", "not JSON"],
  ['{"action":"fail","nth":1}', "not a list"],
  ['[{"action":"explode","nth":1}]', '[0].action is "fail" or "hang"'],
  ['[{"action":"fail","nth":0}]', "[0].nth is a whole number from 1"],
  ['[{"action":"fail","nth":1,"operation":"check"}]', "[0].operation is one of create, read, update, delete"],
])("%s is refused", (text, message) => {
  expect(() => parseFaults(text)).toThrow(message);
});
