package corpus

import (
	"bytes"
	"regexp"
	"strings"
)

// slip is what often goes wrong in front matter that was written by hand. The parser's own complaint about it is of another
// line, or in words that help nobody.
type slip struct {
	line         int // in the file
	message, fix string
}

var (
	wideColon  = regexp.MustCompile(`^\s*(?:- )?[A-Za-z]+[：﹕]`)
	noSpace    = regexp.MustCompile(`^\s*(?:- )?[A-Za-z]+:[^\s/]`)
	wideMarks  = regexp.MustCompile(`[，】］｛｝]\s*[A-Za-z]+:|[｛［]`)
	unquoted   = regexp.MustCompile(`^\s*(?:- )?[A-Za-z]+: [^"'\[{].*: `)
	commentary = regexp.MustCompile(`^\s*#`)
)

// findSlip looks for the first slip in front matter that is no YAML.
func findSlip(front []byte) (slip, bool) {
	line := 1 // the opening fence
	for text := range bytes.Lines(front) {
		line++
		text := strings.TrimRight(string(text), "\r\n")
		switch {
		case commentary.MatchString(text):
		case strings.HasPrefix(strings.TrimLeft(text, " "), "\t"):
			return slip{line, "行首用了制表符（Tab）", "换成空格，和上下几行对齐"}, true
		case wideColon.MatchString(text):
			return slip{line, "冒号是中文的“：”", "换成英文的 : ，后面空一格"}, true
		case noSpace.MatchString(text):
			return slip{line, "冒号后面没有空格", "在冒号后面加一个空格"}, true
		case strings.Count(text, `"`)-strings.Count(text, `\"`) == 1:
			return slip{line, "引号没有收尾", `在内容的末尾补上英文引号 "`}, true
		case wideMarks.MatchString(text):
			return slip{line, "逗号或括号用了全角的", "换成英文的 , [ ] { }"}, true
		case unquoted.MatchString(text):
			return slip{line, "文字里有冒号和空格", `给整段文字加英文引号，如 summary: "注意: 三点"`}, true
		}
	}
	return slip{}, false
}
