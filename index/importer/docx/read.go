package docx

import (
	"fmt"
	"strings"

	"lvgu/index/importer/block"
)

// reader carries what paragraphs refer to.
type reader struct {
	doc       *block.Document
	styles    styles
	numbering *numbering
	notes     map[string]*node // footnotes and endnotes by kind and id
	cited     []string         // notes in the order in which the text refers to them
	accepted  bool             // an insertion was accepted
	dropped   bool             // a deletion was carried out
	pictures  int
}

// Read reads the bytes of a .docx.
func Read(data []byte) (*block.Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	r := &reader{doc: &block.Document{}, notes: map[string]*node{}}
	body, err := r.open(a)
	if err != nil {
		return nil, err
	}
	if err := r.flow(body); err != nil {
		return nil, err
	}
	if err := r.endings(a); err != nil {
		return nil, err
	}
	r.remark()
	if r.doc.Empty() {
		if r.pictures > 0 {
			return nil, &block.Fault{Code: block.CodeScanned, Message: "文件里只有图片，没有文字", Fix: "找可以复制文字的版本，或先做文字识别（OCR）"}
		}
		return nil, block.Empty()
	}
	return r.doc, nil
}

// open reads the parts that paragraphs refer to, and returns the body.
func (r *reader) open(a *archive) (*node, error) {
	parts := map[string]*node{}
	for _, name := range []string{"document", "styles", "numbering", "footnotes", "endnotes"} {
		n, err := a.read("word/" + name + ".xml")
		if err != nil {
			return nil, err
		}
		parts[name] = n
	}
	r.styles = readStyles(parts["styles"])
	r.numbering = readNumbering(parts["numbering"])
	for _, kind := range []string{"footnote", "endnote"} {
		for _, n := range parts[kind+"s"].at(kind + "s").kidsNamed(kind) {
			if n.attr("type") == "" || n.attr("type") == "normal" { // others are separators
				r.notes[kind+n.attr("id")] = n
			}
		}
	}
	body := parts["document"].at("document", "body")
	if body == nil {
		return nil, block.Corrupt("Word 文档", fmt.Errorf("no body"))
	}
	return body, nil
}

// flow reads paragraphs and tables in order.
func (r *reader) flow(n *node) error {
	for _, k := range n.kids {
		switch k.name {
		case "p":
			if err := r.paragraph(k); err != nil {
				return err
			}
		case "tbl":
			if err := r.table(k); err != nil {
				return err
			}
		case "del", "moveFrom":
			r.deleted(k)
		case "ins", "moveTo":
			r.accepted = true
			if err := r.flow(k); err != nil {
				return err
			}
		case "sdt", "sdtContent", "customXml", "smartTag":
			if err := r.flow(k); err != nil {
				return err
			}
		case "altChunk":
			r.doc.Notes = append(r.doc.Notes, "文档里嵌着另一个文件，没有导入它。")
		}
	}
	return nil
}

func (r *reader) paragraph(n *node) error {
	props := n.child("pPr")
	var in run
	r.runs(n, &in)
	text := in.text.String()
	kind := r.styles.kind(props)
	switch {
	case strings.HasPrefix(kind, "toc "):
		r.doc.Leave("目录", text)
	case strings.TrimSpace(text) != "":
		b := block.Block{Title: kind == "title", Center: r.styles.property(props, "jc").attr("val") == "center"}
		b.Heading = r.headingLevel(props, kind)
		r.doc.Add(b, r.label(props)+strings.TrimSpace(text))
	}
	for _, box := range in.boxes {
		if err := r.flow(box); err != nil {
			return err
		}
	}
	return nil
}

// headingLevel is the level that a style's name or the outline gives, 0 for body text.
func (r *reader) headingLevel(props *node, kind string) int {
	var level int
	if _, err := fmt.Sscanf(kind, "heading %d", &level); err == nil {
		return level
	}
	if outline := r.styles.property(props, "outlineLvl").number("val", maxLevels); outline >= 0 && outline < maxLevels {
		return outline + 1
	}
	return 0
}

// label is the number that Word makes for the paragraph.
func (r *reader) label(props *node) string {
	num := r.styles.property(props, "numPr")
	id := num.child("numId").attr("val")
	if num == nil || id == "" || id == "0" {
		return ""
	}
	at := num.child("ilvl").number("val", -1)
	if at < 0 {
		at = r.numbering.levelOfStyle(id, props.child("pStyle").attr("val"))
	}
	return r.numbering.label(id, at)
}

// deleted lists text that a tracked change removes.
func (r *reader) deleted(n *node) {
	r.dropped = true
	r.doc.Leave("修订中已删除的文字", n.allText())
}
