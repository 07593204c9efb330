/*
Lvgu serves the showcase site of an economic and technological development zone together with an assistant that
answers investors' questions clause by clause, with citations. One binary holds the content, the site generator, the
index and the server; nothing else runs.

	lvgu [serve]             the site and the assistant on http://127.0.0.1:8080
	lvgu build -o DIR        the site as files
	lvgu check               every fault of the content as path:line: message; --answers: which answers change;
	                         --inspect: the site as inspections see it
	lvgu new story NAME      a page to fill in, with its English twin
	lvgu ask "QUESTION"      one answer with its sources
	lvgu search "WORDS"      passages
	lvgu import FILE|DIR     policy pages from official documents
	lvgu eval --beir DIR     the quality of the ranking; eval --golden FILE: of the answers; eval --tune DIR: a new ranking
	lvgu version

# How an answer comes about

The Markdown under content/ is the only source. [lvgu/index/corpus] reads it, checks every rule that content must obey
and cuts it into passages: a clause under its heading, or a row of a table. A passage has the anchor that the site
shows, so each can be opened where it stands.

[lvgu/index/analysis] makes terms of Chinese and English text, [lvgu/index] ranks passages by them, and
[lvgu/index/figures] knows the quantities in a text: 2.1 万平方米 and 21,000 m² are the same. Where an endpoint for
embeddings is set, passages are ranked by meaning as well, and the two rankings are joined.

[lvgu/assistant] takes a question, completes it from the turns before, finds passages, and either quotes the sentences
that answer, each with its source, or declines and shows what is nearest. It says no figure that the cited passage does
not hold. An answer is a stream of events; the whole answer is the last one.

[lvgu/site] builds the pages from the same content. [lvgu/assistant/server] publishes pages and assistant together as one
edition and serves them: files from memory, answers as JSON, as a stream of events, or as a page for browsers without
scripts.

[lvgu/index/importer] makes policy pages of official documents: packages below it read Word, PDF, HTML and text.

[lvgu/folder] reads a content folder as one snapshot and tells when it changes: serve follows it, and publishes an edition
when the content has no fault; what an edit has not touched is taken over from the edition before.

[lvgu/index/eval] measures ranking and answers, on public sets and on the golden questions.

# Layers

A package imports only from lower layers; layers_test.go holds the code to it, and each dependency has one owner.

	4  cmd/lvgu
	3  assistant/server
	2  assistant   index/eval   inspect   index/importer
	1  index   index/corpus   assistant/openai   assistant/journal   site   index/importer/{docx,pdf,plain,web}
	0  folder   index/figures   index/analysis   assistant/llm   index/importer/{block,charset}

# Reading on

Start with document.go in index/corpus (what the content is), answer.go and event.go in assistant (what is said), then
compose.go there (how it is chosen), edition.go and routes.go in assistant/server (how it is served). Settings and the end
of the process are decided here alone: flags with their environment variables in settings.go, exit codes in main.go.
*/
package main
