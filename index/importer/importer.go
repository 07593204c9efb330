package importer

import (
	"bytes"
	"context"
	"path"
	"strings"
	"time"

	"lvgu/index/importer/block"
	"lvgu/index/importer/docx"
	"lvgu/index/importer/pdf"
	"lvgu/index/importer/plain"
	"lvgu/index/importer/web"
)

const (
	// MaxFile is the longest file that is read, in bytes: a law with pictures of its forms has a tenth.
	MaxFile = 32 << 20
	// MaxPage is the longest page that the content may hold, in bytes.
	MaxPage = 1 << 20
)

// Importer makes pages of files. Close it when done.
type Importer struct {
	today time.Time
	pdf   *pdf.Engine
}

// New returns an importer; today is the date of the pages that it makes.
func New(today time.Time) *Importer { return &Importer{today: today, pdf: pdf.New()} }

// Close frees what reading PDF took.
func (im *Importer) Close() error { return im.pdf.Close() }

// Extensions are the ends of the file names that are read, in lower case.
func Extensions() []string { return []string{".docx", ".pdf", ".html", ".htm", ".txt"} }

// Import makes a page of a file's bytes; name is the file's, without folders. The error is a *block.Fault where the file is at
// fault.
func (im *Importer) Import(ctx context.Context, name string, data []byte) (*Page, error) {
	doc, err := im.read(ctx, name, data)
	if err != nil {
		return nil, err
	}
	p := im.write(name, doc)
	if len(p.Markdown) > MaxPage {
		return nil, block.TooLarge("一页超过 1 MiB，网站放不下", "按章拆成几个文件再导入")
	}
	return p, nil
}

// read chooses the reader by the extension, and refuses a file that is something else.
func (im *Importer) read(ctx context.Context, name string, data []byte) (*block.Document, error) {
	ext := strings.ToLower(path.Ext(name))
	is := kindOf(data)
	switch {
	case len(data) > MaxFile:
		return nil, block.TooLarge("文件超过 32 MiB", "去掉图片，或拆成几个文件")
	case len(bytes.TrimSpace(data)) == 0:
		return nil, block.Empty()
	case is == ".doc" && (ext == ".doc" || ext == ".docx" || ext == ".wps"):
		return docx.Read(data) // which says what is wrong with it
	case is != "" && is != ext && !(is == ".html" && ext == ".htm"):
		return nil, &block.Fault{Code: block.CodeExtension, Message: "扩展名是“" + ext + "”，内容却是" + kindName(is), Fix: "核对文件；内容没错就改扩展名"}
	}
	switch ext {
	case ".docx":
		return docx.Read(data)
	case ".pdf":
		return im.pdf.Read(ctx, data)
	case ".html", ".htm":
		return web.Read(data)
	case ".txt":
		return plain.Read(data)
	}
	return nil, &block.Fault{Code: block.CodeUnsupported, Message: "不认识扩展名“" + ext + "”", Fix: "可以导入 .docx、.pdf、.html、.txt"}
}

// kindOf is the extension that the bytes ask for; empty where they do not tell.
func kindOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return ".docx"
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return ".pdf"
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return ".doc"
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return ".rtf"
	case web.Is(data):
		return ".html"
	}
	return ""
}

func kindName(ext string) string {
	return map[string]string{".docx": "压缩包或 Word 文档（.docx）", ".pdf": " PDF", ".doc": "旧版 Word 文档（.doc）", ".rtf": " RTF 文档", ".html": "网页"}[ext]
}

// write lays the document out as a page.
func (im *Importer) write(name string, doc *block.Document) *Page {
	blocks, list := contents(doc.Blocks)
	doc.Blocks = blocks
	doc.Leave("目录", list)
	h, body := splitHead(doc)
	if h.title == "" {
		h.title = strings.TrimSuffix(name, path.Ext(name))
		doc.Notes = append(doc.Notes, "文中没有找到标题，用了文件名。")
	}
	sections := []*section{{blocks: h.before}}
	p := &Page{Title: h.title, Left: doc.Left, Notes: doc.Notes}
	for i, d := range divide(body) {
		sections = append(sections, d.outline()...)
		if i > 0 {
			p.Annexes = append(p.Annexes, d.heading)
		}
	}
	settle(sections)
	f := readFacts(h, sections)
	w := &writer{file: name, today: im.today}
	w.frontMatter(h.title, f, doc.Meta.Published)
	for _, s := range sections {
		w.section(s)
		p.count(s)
	}
	w.left(doc.Left)
	p.Markdown, p.Name, p.Doubts = []byte(w.String()), nameOf(h.title, f), f.doubts
	if p.Clauses == 0 {
		p.Notes = append(p.Notes, "没有找到条、款或一、二、三这样的编号，全文作一段；长文请人工加小标题。")
	}
	return p
}

func (p *Page) count(s *section) {
	if s.rank == article {
		p.Articles++
	}
	if s.heading != "" && len(s.blocks) > 0 && s.heading != signatureHeading && s.heading != attachmentsHeading {
		p.Clauses++
	}
	for _, b := range s.blocks {
		if b.Table != nil {
			p.Tables++
		}
	}
}
