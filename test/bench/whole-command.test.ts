import { type JudgedCommand, measureInTurns, runOnce } from "../../bench/whole-command";

const command = (script: string, judge: (output: string) => void = () => {}): JudgedCommand => ({
  name: "a command",
  program: process.execPath,
  args: ["-e", script],
  folder: __dirname,
  environment: { BENCH_WORD: "given" },
  judge,
});

beforeEach(() => {
  jest.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterEach(() => jest.restoreAllMocks());

test("each command is judged once, by what it prints, and measured in every round after that", () => {
  const judged: string[] = [];
  const first = command("process.stdout.write(process.env.BENCH_WORD)", (output) => judged.push(output));
  const { a, b } = measureInTurns({ a: first, b: command("") }, 2);
  expect(judged).toEqual(["given"]);
  expect([a.seconds.length, b.seconds.length]).toEqual([2, 2]);
  expect([...a.seconds, ...b.seconds].filter((seconds) => seconds > 0 && seconds < 60)).toHaveLength(4);
});

test("a command that is judged wrong is not measured", () => {
  const wrong = command("", () => {
    throw new Error("other objects");
  });
  expect(() => measureInTurns({ wrong }, 2)).toThrow("other objects");
  expect(process.stderr.write).toHaveBeenCalledTimes(1);
});

test("a command that fails is an error, with what it said", () => {
  expect(() => runOnce(command("console.error('no such stack'); process.exit(3)"))).toThrow(
    "a command ended with code 3:\nno such stack",
  );
  expect(() => runOnce({ ...command(""), program: `${__dirname}/no-such-program` })).toThrow("a command: spawnSync");
});
