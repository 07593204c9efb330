package site

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// walk lists the files below dir whose names end in suffix, with slashes, in order.
func walk(t *testing.T, dir, suffix string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(name, suffix) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func parse(t *testing.T, page string) *html.Node {
	t.Helper()
	node, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return node
}

func attributes(node *html.Node) map[string]string {
	values := map[string]string{}
	for _, attribute := range node.Attr {
		values[attribute.Key] = attribute.Val
	}
	return values
}

func text(node *html.Node) string {
	var out strings.Builder
	for child := range node.Descendants() {
		if child.Type == html.TextNode {
			out.WriteString(child.Data)
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

var hash = regexp.MustCompile(`[0-9a-f]{64}`)

// outline is what a page promises to others: language, title, meta tags, links of the head, landmarks, ids, headings,
// statuses and where its links lead. Looks are not part of it.
func outline(t *testing.T, page string) string {
	var out strings.Builder
	for node := range parse(t, page).Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		a := attributes(node)
		switch node.Data {
		case "html":
			fmt.Fprintf(&out, "html lang=%s kind=%s\n", a["lang"], a["data-page-kind"])
		case "title", "h1", "h2", "h3":
			fmt.Fprintf(&out, "%s #%s %s\n", node.Data, a["id"], text(node))
		case "meta":
			fmt.Fprintf(&out, "meta %s%s = %s\n", a["name"], a["property"], a["content"])
		case "link", "script":
			fmt.Fprintf(&out, "%s %s %s %s integrity=%t\n", node.Data, a["rel"], a["hreflang"], hash.ReplaceAllString(a["href"]+a["src"], "HASH"), a["integrity"] != "")
		case "a":
			fmt.Fprintf(&out, "a %s | %s%s\n", a["href"], text(node), marks(a))
		case "header", "nav", "main", "footer", "form", "section", "input":
			fmt.Fprintf(&out, "%s %s\n", node.Data, strings.Join(slices.Sorted(maps.Keys(a)), " "))
		default:
			if a["id"] != "" || a["data-status"] != "" {
				fmt.Fprintf(&out, "%s #%s %s %s\n", node.Data, a["id"], a["data-status"], text(node))
			}
		}
	}
	return out.String()
}

// marks are the attributes of a link that a reader or a machine goes by.
func marks(a map[string]string) string {
	var out string
	for _, name := range []string{"aria-current", "hreflang", "rel", "class", "data-ask"} {
		if a[name] != "" {
			out += fmt.Sprintf(" %s=%q", name, a[name])
		}
	}
	return out
}

func TestEveryInternalLinkResolves(t *testing.T) {
	dir := fixture(t)
	ids := map[string]map[string]bool{} // by file
	for _, name := range walk(t, dir, ".html") {
		ids[name] = map[string]bool{}
		for node := range parse(t, readPage(t, dir, name)).Descendants() {
			if id := attributes(node)["id"]; id != "" {
				if ids[name][id] {
					t.Errorf("%s: id %q is not unique", name, id)
				}
				ids[name][id] = true
			}
		}
	}
	for name := range ids {
		for node := range parse(t, readPage(t, dir, name)).Descendants() {
			a := attributes(node)
			for _, link := range []string{a["href"], a["src"], a["action"]} {
				if link != "" {
					checkLink(t, dir, name, link, ids)
				}
			}
		}
	}
}

func checkLink(t *testing.T, dir, from, link string, ids map[string]map[string]bool) {
	target, err := url.Parse(strings.TrimPrefix(link, "https://zone.example"))
	if err != nil {
		t.Errorf("%s: link %q: %v", from, link, err)
		return
	}
	if target.IsAbs() || strings.HasPrefix(target.Path, "/api/") { // elsewhere, or answered by the server
		return
	}
	file := from
	if target.Path != "" {
		file = strings.TrimPrefix(target.Path, "/")
		if path.Ext(file) == "" {
			file = path.Join(file, "index.html")
		}
	}
	if _, err := os.Stat(dir + "/" + file); err != nil {
		t.Errorf("%s: link %q leads nowhere", from, link)
		return
	}
	if target.Fragment != "" && !ids[file][target.Fragment] {
		t.Errorf("%s: link %q: %s has no such id", from, link, file)
	}
}

func TestEveryPageIsPlainAndAccessible(t *testing.T) {
	dir := fixture(t)
	for _, name := range walk(t, dir, ".html") {
		headings := 0
		for node := range parse(t, readPage(t, dir, name)).Descendants() {
			if node.Type != html.ElementNode {
				continue
			}
			a := attributes(node)
			if node.Data == "h1" {
				headings++
			}
			if node.Data == "style" || node.Data == "script" && a["src"] == "" && a["type"] != "application/ld+json" {
				t.Errorf("%s: inline %s", name, node.Data)
			}
			if _, ok := a["style"]; ok {
				t.Errorf("%s: inline style on %s", name, node.Data)
			}
			for key := range a {
				if strings.HasPrefix(key, "on") {
					t.Errorf("%s: inline handler %s", name, key)
				}
			}
			if link, err := url.Parse(a["src"]); err != nil || link.Host != "" {
				t.Errorf("%s: %s loads %q from elsewhere", name, node.Data, a["src"])
			}
		}
		if headings != 1 {
			t.Errorf("%s has %d h1, want one", name, headings)
		}
	}
}

func TestSubPath(t *testing.T) {
	dir := t.TempDir()
	if err := Build(t.Context(), dir, Options{ContentDir: "testdata/content", BaseURL: "https://zone.example/topics/zone/", Now: buildDay}); err != nil {
		t.Fatalf("Build(sub-path) = %v", err)
	}
	const host = "https://zone.example/"
	for _, name := range walk(t, dir, ".html") {
		for node := range parse(t, readPage(t, dir, name)).Descendants() {
			for key, value := range attributes(node) {
				if key == "srcset" {
					value, _, _ = strings.Cut(value, " ")
				}
				root := strings.HasPrefix(value, "/") && !strings.HasPrefix(value, "/topics/zone/")
				if root || strings.HasPrefix(value, host) && !strings.HasPrefix(value, host+"topics/zone/") {
					t.Errorf("%s: %s %s=%q leaves the sub-path", name, node.Data, key, value)
				}
			}
		}
	}
	for _, name := range walk(t, dir, ".xml") {
		for _, found := range regexp.MustCompile(host+`[^<"]*`).FindAllString(readPage(t, dir, name), -1) {
			if !strings.HasPrefix(found, host+"topics/zone/") {
				t.Errorf("%s: %q leaves the sub-path", name, found)
			}
		}
	}
	for _, found := range regexp.MustCompile(`url\(([^)]*)\)`).FindAllString(allText(t, dir, ".css"), -1) {
		if strings.Contains(found, "(/") {
			t.Errorf("a stylesheet asks for %s", found)
		}
	}
}

func TestExpiredByItsOwnDate(t *testing.T) {
	page := readPage(t, fixture(t), "policies/old-rules/index.html")
	if !strings.Contains(page, `data-status="expired"`) || strings.Contains(page, `data-status="in-force"`) {
		t.Error("a policy that ended in 2024 is shown as in force in 2026")
	}
}

func TestLaggingTranslation(t *testing.T) {
	const notice = `data-code="translation-lags"`
	dir := fixture(t)
	if !strings.Contains(readPage(t, dir, "en/stories/first/index.html"), notice) {
		t.Error("an outdated translation does not say so")
	}
	if strings.Contains(readPage(t, dir, "en/policies/land-rules/index.html"), notice) {
		t.Error("an up-to-date translation says that it lags")
	}
}

// allText is what the files whose names end in suffix hold, one after the other.
func allText(t *testing.T, dir, suffix string) string {
	t.Helper()
	var all strings.Builder
	for _, name := range walk(t, dir, suffix) {
		all.WriteString(readPage(t, dir, name))
	}
	return all.String()
}
