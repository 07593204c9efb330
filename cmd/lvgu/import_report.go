package main

import (
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"lvgu/index/importer"
)

// importReport tells what became of each file: pages and what to do about them on out, refused files on log.
type importReport struct {
	out, log         io.Writer
	written          map[string]bool // paths from the content folder
	refused, skipped int
	open             int // faults that the content's rules find
}

func (r *importReport) skip(file string) {
	r.skipped++
	fmt.Fprintf(r.log, "%s: 不是可以导入的文件，跳过\n", file)
}

func (r *importReport) refuse(file string, err error) {
	r.refused++
	fmt.Fprintf(r.log, "%s: %v\n", file, err)
}

// page writes what was made of a file, and what is for a person to do.
func (r *importReport) page(file, name string, p *importer.Page, dryRun bool) {
	out := r.out
	target := path.Join(policyFolder, name+".md")
	if dryRun {
		r.out.Write(p.Markdown)
		out = r.log
	} else {
		if r.written == nil {
			r.written = map[string]bool{}
		}
		r.written[target] = true
	}
	fmt.Fprintf(out, "%s → %s：《%s》，%s\n", file, target, p.Title, contentOf(p))
	for _, d := range p.Doubts {
		what := "请核对"
		if d.Must {
			what = "待填"
		}
		fmt.Fprintf(out, "  %s %s：%s\n", what, d.Field, d.Why)
	}
	for _, note := range p.Notes {
		fmt.Fprintf(out, "  说明：%s\n", note)
	}
	for _, l := range p.Left {
		fmt.Fprintf(out, "  没有放进正文——%s：%s\n", l.Why, shorten(l.Text))
	}
}

// contentOf counts what a page holds.
func contentOf(p *importer.Page) string {
	parts := []string{fmt.Sprintf("%d 个带锚点的段落", p.Clauses)}
	if p.Articles > 0 {
		parts = append(parts, fmt.Sprintf("其中 %d 条", p.Articles))
	}
	if p.Tables > 0 {
		parts = append(parts, fmt.Sprintf("%d 个表格", p.Tables))
	}
	for _, a := range p.Annexes {
		parts = append(parts, "附“"+a+"”")
	}
	return strings.Join(parts, "，")
}

// maxShown is how many characters of a text that was left out are shown; the page's comment holds all of it.
const maxShown = 40

func shorten(text string) string {
	if utf8.RuneCountInString(text) <= maxShown {
		return text
	}
	return string([]rune(text)[:maxShown]) + "…"
}

// close sums up. A file that was refused is a failure; fields to fill in are not.
func (r *importReport) close() error {
	fmt.Fprintf(r.log, "%s written, %s refused, %s skipped; %s for you to mend\n",
		count(len(r.written), "page"), count(r.refused, "file"), count(r.skipped, "file"), count(r.open, "fault"))
	if r.refused > 0 {
		return errReported
	}
	return nil
}
