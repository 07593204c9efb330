// Package figures reads quantities in Chinese and English text as typed values: 50万元, 百分之二十,
// 2.1万平方米, RMB 3 billion, 2027年12月31日, 第12条.
//
// It answers three questions. Find: which figures does this text hold? Missing: which figures of a statement
// are not in the passage that is to support it (and Turned: which are there, but bounded the other way)? Wanted: which kind
// of figure does a question ask for?
//
// Rules that callers may rely on:
//
//   - Figures come in the order of the text, do not overlap, and carry byte offsets into it.
//   - A figure is what the text says, not what it means: 达到 and 不超过 change the Bound, never the value.
//   - Values are converted only where that is exact or legally fixed: 万, 亿 and million are multiplied out, one mu is
//     2000/3 m². Currencies are never converted, and neither are days to months.
//   - Find is linear in the length of the text; no input makes it backtrack. Missing compares every figure of a statement
//     with every figure of a passage.
//   - Missing errs on the side of "missing". Digits that no parser understood count as missing unless the same
//     digits stand in the passage.
//
// Idioms and names are not figures: 一事一议, 十四五, 五大产业集群, 万亩千亿, 一号工程, 三星. A Chinese numeral counts only with
// a unit or as a full number (二十一); 一 before a counter (一个, 一家) is an article. Missing still accepts 五大 in a passage as
// support for "five". Identifiers such as CA1873 or M0 are of kind Code, so that they are never taken for amounts.
package figures
