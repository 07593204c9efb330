// Package plain reads plain text: a line is a paragraph, unless the file is wrapped at a width.
package plain

import (
	"strings"
	"unicode/utf8"

	"lvgu/index/importer/block"
	"lvgu/index/importer/charset"
)

// Read reads the bytes of a text file in any encoding that charset knows.
func Read(data []byte) (*block.Document, error) {
	text, name, err := charset.Decode(data, "")
	if err != nil {
		return nil, &block.Fault{Code: block.CodeEncoding, Message: "认不出文字的编码", Fix: "用记事本另存为 UTF-8 再导入"}
	}
	doc := &block.Document{}
	if name != "UTF-8" {
		doc.Notes = append(doc.Notes, "文字按 "+name+" 编码读出。")
	}
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	width := wrapWidth(lines)
	if width > 0 {
		doc.Notes = append(doc.Notes, "原文每行在固定的宽度折断，已经接成段落。")
		lines = unwrap(lines, width)
	}
	for _, line := range lines {
		doc.Add(block.Block{}, line)
	}
	if doc.Empty() {
		return nil, block.Empty()
	}
	return doc, nil
}

const (
	// minWrapped is how many full lines make it likely that a file is wrapped, and not a list of short lines.
	minWrapped = 6
	// minWidth is the narrowest line, in characters, at which prose is wrapped.
	minWidth = 16
	// maxWidth is the widest line, in characters, of a file that was wrapped: no paper has more.
	maxWidth = 60
)

// wrapWidth is the width at which a text is wrapped, 0 where it is not: half of its lines and more are then equally long, but
// for the character that punctuation pushes over.
func wrapWidth(lines []string) int {
	width, filled := 0, 0
	for _, line := range lines {
		width = max(width, length(line))
	}
	if width < minWidth || width > maxWidth {
		return 0
	}
	full := 0
	for _, line := range lines {
		switch n := length(line); {
		case n >= width-slack:
			full++
			filled++
		case n > 0:
			filled++
		}
	}
	if full < minWrapped || full*2 < filled {
		return 0
	}
	return width
}

// slack is how many characters a full line may lack: punctuation must not begin a line.
const slack = 2

func length(line string) int { return utf8.RuneCountInString(strings.TrimRight(line, " \t　")) }

// unwrap joins the lines of a paragraph: one goes on while its line is full and the next neither blank nor indented.
func unwrap(lines []string, width int) []string {
	var out []string
	var open block.Joiner
	full := false
	end := func() {
		out = append(out, open.String())
		open = block.Joiner{}
	}
	for i, line := range lines {
		indented := strings.HasPrefix(line, "　") || strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t")
		if i > 0 && (!full || line == "" || indented) {
			end()
		}
		open.Add(line)
		full = length(line) >= width-slack
	}
	end()
	return out
}
