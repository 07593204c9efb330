package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/yuin/goldmark"
)

// Load reads every page under fsys and checks it against every rule, as of today. It returns what could be read,
// without drafts, and all faults, and never fails: a broken file hides neither the other files nor its own other faults.
// A corpus with faults that are no warnings is fit for a preview, not for publication.
func Load(fsys fs.FS, today time.Time) (*Corpus, Faults) {
	return new(Loader).Load(fsys, today)
}

// folder is the whole content while it is being checked.
type folder struct {
	today  partialDate
	drafts bool    // drafts are in the corpus, too
	pages  []*page // ordered by path
	byPath map[string]*page
	faults Faults // of files that are no pages
}

func (f *folder) fault(path, message, fix string) {
	f.faults = append(f.faults, Fault{Path: path, Line: 1, Rule: RuleFile, Message: message, Fix: fix})
}

// walk lists the Markdown files in order. Hidden files and folders are not content.
func (f *folder) walk(fsys fs.FS) []string {
	var files []string
	fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			f.fault(name, "读不了：目录或文件打不开", "检查文件权限")
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case name == ".":
		case strings.HasPrefix(base, "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type()&fs.ModeSymlink != 0:
			f.fault(name, "这是符号链接（快捷方式），不会发布", "换成真正的文件")
		case !strings.HasSuffix(base, ".md"):
		case entry.IsDir():
			f.fault(name, "这是文件夹，名字却像页面", "改掉文件夹名末尾的 .md")
		case entry.Type().IsRegular():
			files = append(files, name)
		default:
			f.fault(name, "这不是普通文件，读不了", "换成普通的 .md 文件")
		}
		return nil
	})
	slices.Sort(files)
	return files
}

// each does the work for 0 to n-1, as many at a time as there are processors.
func each(n int, work func(i int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// openPage reads one file. One that could not be read has a fault and no bytes.
func openPage(fsys fs.FS, file string, today partialDate) *page {
	id, lang := identity(file), language(file)
	section, _, _ := strings.Cut(id, "/")
	p := &page{path: file, today: today, keyLines: map[string]int{}}
	p.doc = &Document{ID: id, Path: file, Lang: lang, Section: section, URL: siteURL(lang, id)}
	raw, err := readFile(fsys, file)
	switch {
	case errors.Is(err, errTooLarge):
		p.fault(1, RuleFile, "文件超过1 MiB", "拆成几页；图片不要放进 Markdown")
	case err != nil:
		p.fault(1, RuleFile, "读不了：文件打不开", "检查文件权限")
	default:
		p.raw = raw
	}
	return p
}

// read takes the page apart and applies the rules that need no other file.
func (p *page) read(md goldmark.Markdown) {
	if p.raw == nil {
		return
	}
	p.checkName()
	p.parse(md, p.checkBytes())
	p.check()
}

// parse takes the page apart.
func (p *page) parse(md goldmark.Markdown, text []byte) {
	p.lines = strings.Split(string(text), "\n")
	front, body, first, ok := splitFrontMatter(text)
	p.empty = len(bytes.TrimSpace(body)) == 0
	if !ok {
		message, fix := "没有文件头", "开头和结尾各用一行 --- 包住 title、summary 等"
		if bytes.HasPrefix(text, fence) {
			message, fix = "没有文件头的结尾", "在文件头最后一项的下面加一行 ---"
		}
		p.fault(1, RuleFrontMatter, message, fix)
	} else if root := p.parseFrontMatter(front); root != nil {
		p.decode(root)
	}
	b := p.parseBody(md, body, first)
	if !p.readable {
		return
	}
	p.written = p.doc.Status
	p.addStory()
	p.buildPassages(b)
	p.addQuestions()
	p.inherit()
}

var errTooLarge = errors.New("file too large")

// readFile reads a file of at most MaxFileSize.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, MaxFileSize+1)) // never nil without an error
	if err != nil {
		return nil, err
	}
	if len(raw) > MaxFileSize {
		return nil, errTooLarge
	}
	return raw, nil
}

// corpus gathers what is published.
func (f *folder) corpus() *Corpus {
	c := &Corpus{documents: map[string]*Document{}, passages: map[string]*Passage{}}
	hash := sha256.New()
	for _, p := range f.pages {
		io.WriteString(hash, p.path+"\x00")
		hash.Write(p.raw)
		hash.Write([]byte{0})
		key := p.doc.Lang + "/" + p.doc.ID
		if _, taken := c.documents[key]; taken || !p.readable || p.draft && !f.drafts {
			continue
		}
		c.documents[key] = p.doc
		c.Documents = append(c.Documents, p.doc)
		for _, a := range p.passages {
			c.passages[a.ID] = a
			c.Passages = append(c.Passages, a)
		}
		for _, a := range p.tables {
			c.passages[a.ID] = a
		}
	}
	c.Version = hex.EncodeToString(hash.Sum(nil))[:hashLength]
	return c
}

// hashLength is how many hex digits of a SHA-256 name a content: short enough to read out, and no collision in any archive.
const hashLength = 12

// SourceHash is what an English page's sourceHash must be when its Chinese page has these bytes.
func SourceHash(zh []byte) string {
	sum := sha256.Sum256(zh)
	return hex.EncodeToString(sum[:])[:hashLength]
}
