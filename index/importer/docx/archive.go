package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"lvgu/index/importer/block"
)

const (
	// MaxPart is the longest part that is unpacked, in bytes. The text of a thousand pages takes some ten million.
	MaxPart = 32 << 20
	// maxParts is how many files an archive may hold: a document with a thousand pictures has fewer.
	maxParts = 4096
)

var errPartTooLarge = errors.New("part of the archive too large")

// archive is the opened file.
type archive struct{ files map[string]*zip.File }

// compound begins Microsoft's older container: a .doc, or a .docx with a password.
var compound = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

// utf16 is an ASCII name as the older container writes it.
func utf16(name string) []byte { return []byte(strings.Join(strings.Split(name, ""), "\x00") + "\x00") }

func openArchive(data []byte) (*archive, error) {
	if bytes.HasPrefix(data, compound) {
		if bytes.Contains(data, utf16("EncryptedPackage")) {
			return nil, block.Encrypted(nil)
		}
		return nil, &block.Fault{Code: block.CodeUnsupported, Message: "这是旧版 Word 文档（.doc）", Fix: "用 Word 或 WPS 另存为 .docx 再导入"}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, block.Corrupt("Word 文档", err)
	}
	if len(z.File) > maxParts {
		return nil, block.TooLarge("Word 文档里的文件太多", "另存一份再导入")
	}
	a := &archive{files: map[string]*zip.File{}}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, block.Encrypted(nil)
		}
		a.files[f.Name] = f
	}
	if a.files["word/document.xml"] == nil {
		return nil, block.Corrupt("Word 文档", errors.New("no word/document.xml"))
	}
	return a, nil
}

// read unpacks a part and parses it; nil where there is none.
func (a *archive) read(name string) (*node, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, block.Corrupt("Word 文档", err)
	}
	defer r.Close()
	limited := &limit{r: r, left: MaxPart}
	n, err := parse(limited)
	switch {
	case errors.Is(err, errPartTooLarge), errors.Is(err, errTooManyNodes):
		return nil, block.TooLarge("Word 文档解开以后太大", "拆成几个文件，去掉嵌入的内容再导入")
	case err != nil:
		return nil, block.Corrupt("Word 文档", err)
	}
	return n, nil
}

// matching lists the parts whose names fit a pattern of package path, in order.
func (a *archive) matching(pattern string) []string {
	var names []string
	for name := range a.files {
		if ok, err := path.Match(pattern, name); ok && err == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// limit fails, and does not merely end, when more is read than allowed.
type limit struct {
	r    io.Reader
	left int
}

func (l *limit) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= n; l.left < 0 {
		return 0, errPartTooLarge
	}
	return n, err
}
