package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"lvgu/index/importer/block"
)

// division is a stretch of the body with a hierarchy of its own: the document itself, or one that is annexed to it.
type division struct {
	heading string // 附件1 申报表; empty for the document itself
	number  int    // 1 of 附件1; 0 where it has none
	blocks  []block.Block
}

var (
	annexForm   = regexp.MustCompile(`^附\s*件\s*(` + numeral + `)?\s*(?:[:：]\s*(.*))?$`)
	annexStart  = regexp.MustCompile(`^附件(` + numeral + `)`)
	annexesForm = regexp.MustCompile(`^附\s*件\s*[:：]\s*\S`)
	kindForm    = regexp.MustCompile(`(?:法|条例|规定|办法|细则|规则|决定|决议|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|函|纪要|方案|规划|计划|纲要` +
		`|措施|政策|指南|目录|标准|清单|章程|制度|要点|指引|规程|解释|答复|若干政策)(?:\s*[（(][^（）()]{1,20}[）)])?$`)
	dateOnly = regexp.MustCompile(`^[（(]?\s*(?:\d{4}|[一二三四五六七八九〇○零O]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[）)]?$`)
)

// divide cuts the body where an annexed document begins: at a line 附件, or, after the signature, at the title of one.
func divide(blocks []block.Block) []division {
	divisions := []division{{}}
	signed := false
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if heading, used := annexHeading(blocks[i:], signed); used > 0 {
			divisions = append(divisions, division{heading: heading, number: annexNumber(heading)})
			signed = false
			i += used - 1
			continue
		}
		signed = signed || dateOnly.MatchString(b.Text)
		last := &divisions[len(divisions)-1]
		last.blocks = append(last.blocks, b)
	}
	return divisions
}

func annexNumber(heading string) int {
	if m := annexStart.FindStringSubmatch(squash(heading)); m != nil {
		return value(m[1])
	}
	return 0
}

// maxTitle is how many characters a title has at most.
const maxTitle = 80

// annexHeading is the heading of an annexed document that begins here, and how many blocks it takes; 0 where none begins.
func annexHeading(blocks []block.Block, signed bool) (string, int) {
	b := blocks[0]
	if len(blocks) == 1 || b.Table != nil {
		return "", 0
	}
	if m := annexForm.FindStringSubmatch(b.Text); m != nil && (m[2] == "" || signed) {
		if next := blocks[1]; m[2] == "" && isTitle(next) {
			return b.Text + " " + next.Text, 2
		}
		return b.Text, 1
	}
	if signed && isTitle(b) && kindForm.MatchString(b.Text) && !strings.HasPrefix(b.Text, "抄送") {
		return b.Text, 1
	}
	return "", 0
}

// isTitle reports whether a block may be the title of a document.
func isTitle(b block.Block) bool {
	return b.Table == nil && readMark(b.Text).rank == none && utf8.RuneCountInString(b.Text) <= maxTitle && !dateOnly.MatchString(b.Text) &&
		!strings.ContainsAny(b.Text, "。；：:") && !strings.HasSuffix(b.Text, "印发") && !strings.HasPrefix(b.Text, "（")
}

// contents moves a table of contents out of the blocks: from the line 目录 to the second time that its first entry comes.
func contents(blocks []block.Block) (kept []block.Block, list string) {
	for i, b := range blocks {
		if squash(b.Text) != "目录" && squash(b.Text) != "目次" {
			continue
		}
		end := endOfContents(blocks[i+1:])
		if end == 0 {
			return blocks, ""
		}
		lines := []string{b.Text}
		for _, entry := range blocks[i+1 : i+1+end] {
			lines = append(lines, entry.Text)
		}
		kept = append(kept, blocks[:i]...)
		return append(kept, blocks[i+1+end:]...), strings.Join(lines, "\n")
	}
	return blocks, ""
}

// maxEntry is how many characters an entry of a table of contents has at most, with dots and page number.
const maxEntry = 60

// endOfContents is how many blocks the entries take, 0 where they are no table of contents.
func endOfContents(blocks []block.Block) int {
	if len(blocks) == 0 || readMark(blocks[0].Text).rank == none {
		return 0
	}
	first := readMark(blocks[0].Text)
	for i, b := range blocks[1:] {
		if b.Table != nil || utf8.RuneCountInString(b.Text) > maxEntry {
			return 0
		}
		if m := readMark(b.Text); m.rank == first.rank && m.number == first.number {
			return i + 1
		}
	}
	return 0
}
