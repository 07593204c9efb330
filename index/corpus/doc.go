// Package corpus turns the content folder into documents and passages, and holds every rule that content must keep.
//
// Load reads the folder in one go. Each Markdown file is a page in one language: page.md is Chinese, page.en.md its English
// twin. A page becomes a Document, and what stands under each of its headings a Passage, with the anchor that Hugo prints
// for the heading, so that an answer can link to the clause it quotes. A table's rows are passages of their own, with
// their columns' names; so are the milestones and claims in a story's front matter, which the site shows as sections. A row
// knows its table, which is a passage only for answers that quote it whole.
//
// The package is the content's compiler, too. Load never stops at a fault: it reports all of them, each with its place, in
// words for authors who do not program, and what to write instead. The rules are the Rule constants. A fault that is no
// Warning must keep content from being published, for it may mislead readers or break a link.
//
// What can be relied on:
//
//   - A Corpus is immutable, and a pure function of the folder's bytes and of the day it is read for.
//   - Documents are ordered by path, passages as they stand on their page; IDs are unique.
//   - Drafts are checked, but not in the corpus.
//   - A status that time has overtaken is replaced: what has passed its expiry date is Expired, whatever its author wrote.
//   - Markdown is read with the settings of site/hugo.toml. Change them there and newMarkdown together.
//   - Files are at most MaxFileSize long; work is proportional to the content, a few tenths of a millisecond a page.
package corpus
