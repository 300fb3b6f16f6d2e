import { certificates, type TlsSecret } from "../../../health/checks/certificates";
import { QUARTER, WEEK } from "../certificate-fixture";
import { expecting, short } from "../expectation-fixture";

const secret = (chain: string, certificate = ""): TlsSecret => ({
  namespace: "shop",
  name: "till-tls",
  certificate,
  chain: Buffer.from(chain).toString("base64"),
});
const rows = (day: string, ...secrets: readonly TlsSecret[]) =>
  short(certificates.judge(secrets, { ...expecting(), now: new Date(`2024-${day}Z`) }));

// A quarter of ninety days is 22.5: the notice of 30 days for what nobody renews is cut to that.
test.each([
  ["with more than a quarter of its life left", "05-07T11:59", secret(QUARTER)],
  ["of cert-manager, whose renewal isn't late enough", "05-08T23:59", secret(QUARTER, "till")],
  ["that is short-lived", "05-06T05:59", secret(WEEK, "till")],
  ["beside another in its chain", "05-06T05:59", secret(`${QUARTER}${WEEK}`)],
])("accepts one %s", (_, day, one) => {
  expect(rows(day, one)).toEqual(["as expected: all: 1 of 1"]);
});

test("accepts a cluster without any", () => {
  expect(rows("05-06T00:00")).toEqual(["as expected: all: 0 of 0"]);
});

test.each([
  ["with a quarter of its life left", "05-07T12:00", secret(QUARTER), "22d left (2024-05-30)"],
  ["that cert-manager should have renewed", "05-09T00:00", secret(QUARTER, "till"), "21d left (2024-05-30)"],
  ["with hours left", "05-07T20:30", secret(WEEK), "3h left (2024-05-08)"],
  ["that has ended", "06-02T00:00", secret(QUARTER), "ended 3d ago (2024-05-30)"],
  ["whose issuer ends first", "05-06T06:00", secret(`${QUARTER}${WEEK}`), "1d left (2024-05-08)"],
  ["that is empty", "03-02T00:00", secret(""), "tls.crt can't be read as one"],
  ["that is none", "03-02T00:00", secret(QUARTER.replace("MII", "AAA")), "tls.crt can't be read as one"],
])("finds one %s", (_, day, one, found) => {
  expect(rows(day, one)).toEqual([`finding: shop/till-tls: ${found}`]);
});

test("says how much was expected", () => {
  const judged = (day: string, certificate: string) =>
    certificates.judge([secret(QUARTER, certificate)], { ...expecting(), now: new Date(`2024-${day}Z`) })[0]?.expected;
  expect(judged("05-10T00:00", "till")).toBe("more than 21d left");
  expect(judged("05-10T00:00", "")).toBe("more than 22d left");
  expect(judged("03-02T00:00", "")).toBe("more than 30d left, 21d where cert-manager renews");
});
