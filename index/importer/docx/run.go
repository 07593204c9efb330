package docx

import (
	"fmt"
	"strconv"
	"strings"
)

// run gathers the text of a paragraph, and the text boxes that hang on it.
type run struct {
	text  strings.Builder
	boxes []*node
}

// runs reads the text below an element, as it stands with all changes accepted.
func (r *reader) runs(n *node, in *run) {
	for _, k := range n.kids {
		switch k.name {
		case "t":
			in.text.WriteString(k.text)
		case "tab", "ptab":
			in.text.WriteByte('\t')
		case "br", "cr":
			if kind := k.attr("type"); kind != "page" && kind != "column" {
				in.text.WriteByte('\n')
			}
		case "noBreakHyphen":
			in.text.WriteByte('-')
		case "sym":
			in.text.WriteString(symbol(k))
		case "footnoteReference", "endnoteReference":
			r.cite(strings.TrimSuffix(k.name, "Reference")+k.attr("id"), in)
		case "del", "moveFrom":
			r.deleted(k)
		case "txbxContent":
			in.boxes = append(in.boxes, k)
		case "pPr", "rPr", "instrText", "Fallback", "rt":
			if k.name == "rt" {
				r.doc.Leave("注音", k.allText())
			}
		case "blip", "imagedata":
			r.pictures++
		case "r":
			if props := k.child("rPr"); props.child("vanish").on() {
				r.doc.Leave("隐藏的文字", k.allText())
				continue
			}
			r.runs(k, in)
		default:
			if k.name == "ins" || k.name == "moveTo" {
				r.accepted = true
			}
			r.runs(k, in)
		}
	}
}

// privateUse is where symbol fonts keep their signs; their characters mean nothing in another font.
const privateUse = 0xF000

// symbol is a character given by its number in a font.
func symbol(n *node) string {
	code, err := strconv.ParseUint(n.attr("char"), 16, 32)
	if err != nil || code < ' ' || code > 0xFFFF {
		return ""
	}
	if code >= privateUse {
		return "□"
	}
	return string(rune(code))
}

// cite puts the mark of a note where the text refers to it, and remembers the note.
func (r *reader) cite(id string, in *run) {
	if r.notes[id] == nil {
		return
	}
	r.cited = append(r.cited, id)
	fmt.Fprintf(&in.text, "〔注%d〕", len(r.cited))
}
