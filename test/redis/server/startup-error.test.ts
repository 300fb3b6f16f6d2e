import { fatalConfigError, RedisStartError } from "./startup-error";

describe("a server that didn't start", () => {
  const fatal =
    "*** FATAL CONFIG FILE ERROR (Redis 7.2.4) ***\nReading the configuration file, at line 3\n>>> 'x y'\nBad directive";

  test("is reported by what it says of its configuration", () => {
    expect(fatalConfigError(`1:C oO0OoO0OoO0Oo\n\n${fatal}\n`)).toBe(fatal);
    expect(new RedisStartError(`\n${fatal}\n`).message).toBe(fatal);
  });

  test("and says nothing of it, by its last lines", () => {
    expect(fatalConfigError("1:M # Fatal error")).toBeUndefined();
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);
    expect(new RedisStartError(lines.join("\n")).message).toBe(
      `redis-server did not start. Its last lines:\n${lines.slice(2).join("\n")}`,
    );
    expect(new RedisStartError("").message).toMatch(/\(it wrote nothing\)$/);
  });

  test("is tried again only when its port was taken", () => {
    expect(new RedisStartError("bind: Address already in use").portTaken).toBe(true);
    expect(new RedisStartError(fatal).portTaken).toBe(false);
  });
});
