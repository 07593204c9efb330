package docx

import (
	"fmt"
	"maps"
	"slices"

	"lvgu/index/importer/block"
)

// notesHeading stands over the notes, which have no heading of their own.
const notesHeading = "注释"

// endings appends the notes that the text refers to, and lists what stands outside of the text.
func (r *reader) endings(a *archive) error {
	if len(r.cited) > 0 {
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Text: notesHeading, Heading: 1})
	}
	for i := 0; i < len(r.cited); i++ { // a note may cite another
		var in run
		for _, p := range r.notes[r.cited[i]].find("p") {
			r.runs(p, &in)
			in.text.WriteByte(' ')
		}
		r.doc.Add(block.Block{}, fmt.Sprintf("〔注%d〕", i+1)+block.Squeeze(in.text.String()))
		delete(r.notes, r.cited[i])
	}
	for _, id := range slices.Sorted(maps.Keys(r.notes)) {
		r.doc.Leave("正文没有引用的注", r.notes[id].allText())
	}
	for _, part := range []struct{ pattern, why string }{
		{"word/header*.xml", "页眉"}, {"word/footer*.xml", "页脚"}, {"word/comments.xml", "批注"},
		{"word/diagrams/data*.xml", "图形里的文字"}, {"word/charts/chart*.xml", "图表里的文字"},
	} {
		for _, name := range a.matching(part.pattern) {
			n, err := a.read(name)
			if err != nil {
				return err
			}
			r.doc.Leave(part.why, n.allText())
		}
	}
	return nil
}

// remark says what was done to the text.
func (r *reader) remark() {
	if r.accepted || r.dropped {
		r.doc.Notes = append(r.doc.Notes, "文档带有修订痕迹：插入的文字已经接受，删除的文字没有收入正文。")
	}
	if r.pictures > 0 {
		r.doc.Notes = append(r.doc.Notes, fmt.Sprintf("文档里有 %d 张图片，没有导入。", r.pictures))
	}
}
