import { refusalOf } from "./api-refusal";

test("keeps what the server says, word for word", () => {
  const cause = { reason: "FieldValueInvalid", message: "must be positive", field: "spec.replicas" };
  const refusal = refusalOf(
    422,
    JSON.stringify({
      kind: "Status",
      code: 422,
      reason: "Invalid",
      message: "no: it won't",
      details: { causes: [cause] },
    }),
  );
  expect(refusal).toMatchObject({ code: 422, reason: "Invalid", message: "no: it won't", causes: [cause] });
});

test("takes text that is no Status as the message", () => {
  expect(refusalOf(500, "[-]etcd failed\nreadyz check failed\n")).toMatchObject({
    code: 500,
    reason: "",
    message: "[-]etcd failed\nreadyz check failed",
    causes: [],
  });
});

test("takes an object that is no Status as text", () => {
  expect(refusalOf(502, '{"kind":"Pod"}').message).toBe('{"kind":"Pod"}');
});
