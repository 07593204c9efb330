// Package importer turns the text of an official document (法律、法规、规章、规范性文件) into a policy page.
//
// Readers below it (docx, pdf, web, plain) give paragraphs and tables; this package finds the title, the facts about the
// document and its hierarchy (编 章 节 条, or 一、（一）), and writes Markdown by the content's rules: a heading with an anchor of
// its own for each clause, tables as tables, the wording as it is.
//
// What can be relied on:
//
//   - Every character of the file that is no space stands in the page: in its front matter, its body, or in the comment at its
//     end that lists what was left out. Page.Left is the same list.
//   - Nothing is invented. A fact that the text does not state is left out of the front matter, and listed in Page.Missing.
//     The status is "unverified", whatever the text says.
//   - An anchor is unique in its page, and made from the clause's own number: 第三条 is art-3, 第三条之一 art-3-1, 一、（二） item-1-2.
//   - A page is a pure function of the file's bytes, its name and the day.
package importer
