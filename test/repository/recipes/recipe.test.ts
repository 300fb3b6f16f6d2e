import { recipesIn } from "./recipe";

const FENCE = "```";
const PAGE = `# Contributing
1. Run nothing.

### Add a thing
<!-- recipe: add-thing -->
Words before it.

1. Write \`things/new.ts\`, which is small:

   ${FENCE}ts
   const a = {
     b: 1,
   };
   ${FENCE}

2. Change \`things/all.ts\`:

   ${FENCE}diff
    list
   +new
   ${FENCE}

3. Run it:

   ${FENCE}sh
   npm run thing
   npm test
   ${FENCE}

   It prints

   ${FENCE}text
   one
     two
   ${FENCE}

4. Look at the difference.

### Run it
1. Run \`that\`.
`;

test("takes the numbered steps below a mark, up to the next heading", () => {
  expect([...recipesIn(PAGE)]).toEqual([
    [
      "add-thing",
      [
        { verb: "Write", path: "things/new.ts", text: "const a = {\n  b: 1,\n};\n" },
        { verb: "Change", path: "things/all.ts", diff: " list\n+new\n" },
        { verb: "Run", commands: "npm run thing\nnpm test\n", prints: ["one", "  two"] },
      ],
    ],
  ]);
});

test.each([
  ["a recipe twice", ["### Run it\n", "### Run it\n<!-- recipe: add-thing -->\n"], "Recipe add-thing is there twice."],
  ["a step without its block", ["4. Look", "4. Run it and look"], "step 4 says Run, and has no block"],
  ["a block without a verb", ["3. Run it:", "3. Then:"], "step 3 has to begin with Write, Change"],
  ["a change that isn't a diff", [`${FENCE}diff`, `${FENCE}ts`], "step 2 has to begin with Write, Change"],
  ["commands for no shell", [`${FENCE}sh`, `${FENCE}js`], "step 3 has to begin with Write, Change"],
  ["a file without a name", ["`things/new.ts`", "the file"], "step 1 has to name its file after Write"],
  ["a file in two blocks", ["2. Change `things/all.ts`:", "And"], "step 1 has more blocks than it can take"],
  ["output that isn't text", [`${FENCE}text`, `${FENCE}sh`], "step 3 has more blocks than it can take"],
])("refuses %s", (_, [from = "", to = ""], message) => {
  expect(() => recipesIn(PAGE.replace(from, to))).toThrow(message);
});

test("refuses a recipe that is only words", () => {
  expect(() => recipesIn("### A\n<!-- recipe: a -->\n1. Think.\n")).toThrow("Recipe a runs nothing.");
});
