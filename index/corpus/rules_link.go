package corpus

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// checkLinks looks at every link of a page.
func (f *folder) checkLinks(p *page) {
	for _, l := range p.links {
		switch {
		case strings.HasPrefix(l.address, "//"):
			p.fault(l.line, RuleURL, "网址“"+l.address+"”没有写明 https", "写完整的网址")
		case strings.Contains(l.address, "://"), strings.HasPrefix(l.address, "mailto:"), strings.HasPrefix(l.address, "tel:"):
			p.checkURL(l.address, l.line)
		default:
			f.checkInternal(p, l)
		}
	}
}

// splitLink cuts an internal address into the file from the content root and the anchor. A query, as in /ask.md?q=…, is
// the target's business.
func splitLink(address string) (file, anchor string) {
	file, anchor, _ = strings.Cut(address, "#")
	file, _, _ = strings.Cut(file, "?")
	if unescaped, err := url.PathUnescape(anchor); err == nil {
		anchor = unescaped
	}
	return strings.TrimPrefix(file, "/"), anchor
}

// target is the page that an internal link on p leads to: the twin in p's language, or where there is none the
// Chinese page; nil where there is neither.
func (f *folder) target(p *page, file string) *page {
	if p.doc.Lang == English {
		if twin := f.byPath[twinPath(file)]; twin != nil && !twin.draft {
			return twin
		}
	}
	if target := f.byPath[file]; target != nil && !target.draft {
		return target
	}
	return nil
}

// frames are the pages that the site itself brings, and content links to: /ask.md.
var frames = []string{"ask", "search", "site-map"}

func isFrame(file string) bool { return slices.Contains(frames, strings.TrimSuffix(file, ".md")) }

func (f *folder) checkInternal(p *page, l link) {
	file, anchor := splitLink(l.address)
	switch {
	case file == "" && strings.HasPrefix(l.address, "#"):
		if !p.has(anchor) {
			p.fault(l.line, RuleDeadLink, "本页没有锚点“"+anchor+"”", didYouMean(anchor, p.clauses()))
		}
		return
	case !strings.HasPrefix(l.address, "/"):
		f.checkRelative(p, l)
		return
	case strings.HasSuffix(file, ".en.md"):
		p.fault(l.line, RuleLink, "链接“"+l.address+"”指向英文文件", "写中文文件 /"+twinPath(file)+"，英文页会自动换成英文")
		return
	case !strings.HasSuffix(file, ".md") || path.Clean(file) != file:
		p.fault(l.line, RuleLink, "链接“"+l.address+"”不是从内容根目录起的 .md 路径", f.linkFix(file))
		return
	}
	if isFrame(file) {
		return
	}
	target := f.target(p, file)
	if target == nil {
		if f.byPath[file] != nil {
			p.fault(l.line, RuleDeadLink, "链接“"+l.address+"”指向草稿，读者打不开", "先发布那一页，或去掉链接")
			return
		}
		p.fault(l.line, RuleDeadLink, "链接“"+l.address+"”指向的页面不存在", f.linkFix(file))
		return
	}
	if anchor != "" && !target.has(anchor) {
		p.fault(l.line, RuleDeadLink, "“"+target.path+"”里没有锚点“"+anchor+"”", didYouMean(anchor, target.clauses()))
	}
}

// checkRelative reports a path that does not begin at the content root, with the one that does.
func (f *folder) checkRelative(p *page, l link) {
	file, anchor, _ := strings.Cut(l.address, "#")
	resolved := path.Join(path.Dir(p.path), file)
	if resolved == ".." || strings.HasPrefix(resolved, "../") {
		p.fault(l.line, RuleLink, "链接“"+l.address+"”指到内容目录之外", "只链接内容目录里的 .md")
		return
	}
	fix := f.linkFix(resolved)
	if f.byPath[resolved] != nil {
		fix = "写成 /" + resolved
		if anchor != "" {
			fix += "#" + anchor
		}
	}
	p.fault(l.line, RuleLink, "链接“"+l.address+"”不是从内容根目录起的 .md 路径", fix)
}

// linkFix names the page that an author probably meant.
func (f *folder) linkFix(file string) string {
	stem := strings.TrimSuffix(strings.Trim(file, "/"), ".md")
	var files []string
	for _, p := range f.pages {
		if p.doc.Lang != Chinese {
			continue
		}
		if p.doc.ID == stem {
			return "写成 /" + p.path
		}
		files = append(files, p.path)
	}
	if meant := nearest(stem+".md", files); meant != "" {
		return "是不是 /" + meant + "？"
	}
	return "写成 /栏目/文件名.md#锚点"
}
