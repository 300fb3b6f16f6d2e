import { javaBytes } from "../../../config/units/java-size";

describe("a JVM memory size", () => {
  it.each([
    ["14g", 15_032_385_536],
    ["14G", 15_032_385_536],
    ["512m", 536_870_912],
    ["64k", 65_536],
    ["1048576", 1_048_576],
  ])("%s is %d bytes", (text, bytes) => {
    expect(javaBytes(text)).toBe(bytes);
  });

  it.each(["14Gi", "14 g", "-1g", "1.5g", "", "g"])("%j is none", (text) => {
    expect(() => javaBytes(text)).toThrow(new RangeError(`"${text}" is not a JVM memory size such as 14g or 512m`));
  });
});
