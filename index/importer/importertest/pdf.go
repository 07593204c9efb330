package importertest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// Page is a page of a PDF file, 600 by 800 points, from the lower left corner.
type Page struct {
	Lines   []Line
	Rules   [][4]float64 // left, bottom, width, height
	Picture bool
}

// Line is a line of text, each character Size wide.
type Line struct {
	X, Y, Size float64
	Text       string
}

// PDF writes a file with one font that is not embedded, and the table that gives its characters their meaning.
func PDF(pages ...Page) []byte {
	w := &pdfWriter{}
	kids := make([]string, len(pages))
	const first = 8 // objects 1 to 7 are below
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", first+2*i)
	}
	w.object("<</Type/Catalog/Pages 2 0 R>>", "")
	w.object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(pages)), "")
	w.object("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>", "")
	w.object("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 5 0 R>>", "")
	w.object("<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>", "")
	w.object("<<", unicodeTable(pages))
	w.object("<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x00")
	for i, p := range pages {
		w.object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</I 7 0 R>>>>/Contents %d 0 R>>", first+2*i+1), "")
		w.object("<<", p.content())
	}
	return w.file("")
}

// EncryptedPDF writes a file that asks for a password.
func EncryptedPDF() []byte {
	w := &pdfWriter{}
	w.object("<</Type/Catalog/Pages 2 0 R>>", "")
	w.object("<</Type/Pages/Kids[]/Count 0>>", "")
	unknown := "<" + strings.Repeat("A5", 32) + ">"
	w.object("<</Filter/Standard/V 1/R 2/O "+unknown+"/U "+unknown+"/P -4>>", "")
	return w.file("/Encrypt 3 0 R/ID[<00><00>]")
}

func (p Page) content() string {
	var b strings.Builder
	for _, r := range p.Rules {
		fmt.Fprintf(&b, "%g %g %g %g re f\n", r[0], r[1], r[2], r[3])
	}
	if p.Picture {
		b.WriteString("q 500 0 0 700 50 50 cm /I Do Q\n")
	}
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "BT /F %g Tf %g %g Td <%s> Tj ET\n", l.Size, l.X, l.Y, code(l.Text))
	}
	return b.String()
}

// code writes a text as the font's codes, which are those of UTF-16.
func code(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

// unicodeTable gives every code that is used its character.
func unicodeTable(pages []Page) string {
	var used []uint16
	for _, p := range pages {
		for _, l := range p.Lines {
			used = append(used, utf16.Encode([]rune(l.Text))...)
		}
	}
	slices.Sort(used)
	used = slices.Compact(used)
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for chunk := range slices.Chunk(used, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, u := range chunk {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", u, u)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap end end\n")
	return b.String()
}

type pdfWriter struct {
	bytes.Buffer
	offsets []int
}

// object writes an object: a dictionary, or, where there is data, one that is still open and a stream.
func (w *pdfWriter) object(dictionary, data string) {
	if w.Len() == 0 {
		w.WriteString("%PDF-1.7\n")
	}
	w.offsets = append(w.offsets, w.Len())
	fmt.Fprintf(w, "%d 0 obj\n%s", len(w.offsets), dictionary)
	if data != "" {
		fmt.Fprintf(w, "/Length %d>>\nstream\n%s\nendstream", len(data), data)
	}
	w.WriteString("\nendobj\n")
}

func (w *pdfWriter) file(trailer string) []byte {
	at := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, o := range w.offsets {
		fmt.Fprintf(w, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(w, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(w.offsets)+1, trailer, at)
	return w.Bytes()
}
