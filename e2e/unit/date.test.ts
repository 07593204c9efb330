import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "../../site/assets/ts/page/date";

const dates: { lang: string; date: string; want: string }[] = [
  { lang: "zh-CN", date: "2021", want: "2021年" },
  { lang: "zh-CN", date: "2022-02", want: "2022年2月" },
  { lang: "zh-CN", date: "2020-11-29", want: "2020年11月29日" },
  { lang: "en", date: "2022-02", want: "February 2022" },
  { lang: "en", date: "2020-11-29", want: "29 November 2020" },
  { lang: "en", date: "", want: "" },
];

for (const { lang, date, want } of dates) {
  test(`written(${date}), ${lang}`, () => {
    Object.assign(globalThis, { document: { documentElement: { lang } } });
    assert.equal(written(date), want);
  });
}
