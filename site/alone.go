package site

import (
	"bytes"
	"regexp"
)

// frontMatter finds the front matter of a page, with the lines that hold it.
var frontMatter = regexp.MustCompile(`\A---[ \t]*\r?\n(?s:.*?)\n---[ \t]*(?:\r?\n|\z)`)

// headingLine finds the headings of a page: those of one line, and what underlines a paragraph that then is one.
var headingLine = regexp.MustCompile(`(?m)^[ \t]{0,3}(?:#{1,6}(?:[ \t].*)?|=+[ \t]*|-+[ \t]*)\r?$`)

// alone reports whether an edit of a page shows on this page and its translation only. Other pages show of it what its front
// matter says and which headings it has; of the text below a heading they show nothing. TestBuilderBuildsTheSame holds the
// templates to that.
func alone(before, after []byte) bool {
	front, frontAfter := frontMatter.Find(before), frontMatter.Find(after)
	if !bytes.Equal(front, frontAfter) {
		return false
	}
	headings := headingLine.FindAll(before[len(front):], -1)
	headingsAfter := headingLine.FindAll(after[len(front):], -1)
	return bytes.Equal(bytes.Join(headings, nil), bytes.Join(headingsAfter, nil)) && !underlines(headings)
}

// underlines reports whether a heading may be the text above a line, which headingLine does not find.
func underlines(headings [][]byte) bool {
	for _, h := range headings {
		if first := bytes.TrimLeft(h, " \t")[0]; first == '=' || first == '-' {
			return true
		}
	}
	return false
}
