package web

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lvgu/index/importer/block"
	"lvgu/index/importer/charset"
)

// labelReach is how far into a page its charset label is looked for, in bytes; the standard says 1024, sites do not.
const labelReach = 4096

var label = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_-]+)`)

// Read reads the bytes of an HTML page.
func Read(data []byte) (*block.Document, error) {
	named := ""
	if m := label.FindSubmatch(data[:min(len(data), labelReach)]); m != nil {
		named = string(m[1])
	}
	text, name, err := charset.Decode(data, named)
	if err != nil {
		return nil, &block.Fault{Code: block.CodeEncoding, Message: "认不出网页文字的编码", Fix: "用浏览器打开，另存为 UTF-8 的网页再导入"}
	}
	root, err := html.Parse(strings.NewReader(text))
	if errors.Is(err, html.ErrBufferExceeded) || err != nil {
		return nil, block.Corrupt("网页", err)
	}
	r := &reader{doc: &block.Document{Meta: meta(root)}}
	if name != "UTF-8" {
		r.doc.Notes = append(r.doc.Notes, "文字按 "+name+" 编码读出。")
	}
	body := first(root, atom.Body)
	if body == nil {
		return nil, block.Empty()
	}
	r.read(body)
	if r.err != nil {
		return nil, r.err
	}
	if r.doc.Empty() {
		return nil, block.Empty()
	}
	return r.doc, nil
}

// Is reports whether bytes begin as an HTML page does.
func Is(data []byte) bool {
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), labelReach)], []byte("\xEF\xBB\xBF")), " \t\r\n"))
	for _, sign := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<?xml", "<!--"} {
		if bytes.HasPrefix(start, []byte(sign)) {
			return true
		}
	}
	return false
}
