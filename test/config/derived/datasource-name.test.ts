import { datasourceName } from "../../../config/derived/datasource-name";

test("is the documented name, with the stack's own (document 000, section 3)", () => {
  expect(datasourceName("prod")).toBe("prometheus-prod");
  expect(datasourceName("sre-lab")).toBe("prometheus-sre-lab");
});
