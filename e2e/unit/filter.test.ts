import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../site/assets/ts/filter/filter";

const cases: { words: string | undefined; wanted: string | null; want: boolean }[] = [
  { words: "land energy", wanted: "land", want: true },
  { words: "land energy", wanted: "lan", want: false },
  { words: "land energy", wanted: "", want: true },
  { words: "land", wanted: null, want: true },
  { words: "", wanted: "land", want: false },
  { words: undefined, wanted: "land", want: false },
];

for (const { words, wanted, want } of cases) {
  test(`an entry that is ${JSON.stringify(words)} ${want ? "fits" : "does not fit"} ${JSON.stringify(wanted)}`, () => {
    assert.equal(fits(words, wanted), want);
  });
}
