package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/resources/page"
)

// functions are those of ours that templates call, as site.Params.fn: what a template would take many steps for on each
// page. Markup and words stay in the templates, most of them in forms, see Fill. Hugo tracks what a page shows of others by
// what its templates touch: a function that shows another page says so with shows.
//
// A parameter for a page is of type any: reflection takes longer to see that a value has the hundred methods of page.Page
// than most of these functions take.
type functions struct{}

// pageOf is a page that a template hands over.
func pageOf(value any) (page.Page, error) {
	p, ok := value.(page.Page)
	if !ok {
		return nil, fmt.Errorf("%T is no page", value)
	}
	return p, nil
}

// versionLength is the length of a version, in hexadecimal digits: as the front matter's sourceHash has it.
const versionLength = 12

// Version is the beginning of the SHA-256 of a page's file, so that what was printed can be found again; empty for a page
// that has no file.
func (functions) Version(of any) (string, error) {
	p, err := pageOf(of)
	if err != nil {
		return "", err
	}
	file := p.File()
	if file == nil {
		return "", nil
	}
	data, err := os.ReadFile(file.Filename())
	if err != nil {
		return "", fmt.Errorf("version of a page: %w", err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:versionLength], nil
}

// Lagging reports whether the Chinese page has changed since a page was translated from it.
func (f functions) Lagging(of any) (bool, error) {
	p, err := pageOf(of)
	if err != nil {
		return false, err
	}
	hash, translated := p.Params()["sourcehash"]
	if !translated {
		return false, nil
	}
	chinese := chineseOf(p)
	if chinese == nil {
		return false, nil
	}
	version, err := f.Version(chinese)
	return version != hash, err
}

// kindOf is what a page is, in one word: style and tests go by it.
func kindOf(p page.Page) string {
	switch {
	case p.Kind() != "page":
		return p.Kind()
	case p.Layout() != "":
		return p.Layout()
	}
	switch p.Section() {
	case "clusters", "enclaves":
		return strings.TrimSuffix(p.Section(), "s")
	case "policies", "stories":
		return strings.TrimSuffix(p.Section(), "ies") + "y"
	}
	return "page"
}

// Status is the status on the day of the build: what was in force ends with its last day. That is "2027-12-31", "2027-12",
// "2027" or nothing.
func (functions) Status(status, expires any) any {
	last, _ := expires.(string)
	today := htime.Now().Format(time.DateOnly)
	if last != "" && len(last) <= len(today) && today[:len(last)] > last {
		return "expired"
	}
	return status
}

// number finds the first number of a figure, with a mark before it that belongs to it.
var number = regexp.MustCompile(`^(\D*?)(约 |＞|≤|≥)?(\d[\d.,:/+-]*)\s*(.*)$`)

// Quantity is a figure with its number set large and the words around it small: "more than RMB 44 million". An amount
// in Chinese behind it, in brackets, is smaller still. What has no number stays as it is.
func (functions) Quantity(figure any) template.HTML {
	text := fmt.Sprint(figure)
	parts := number.FindStringSubmatch(text)
	if parts == nil {
		return template.HTML(template.HTMLEscapeString(text))
	}
	out := template.HTMLEscapeString(parts[2] + parts[3])
	if before := strings.TrimSpace(parts[1]); before != "" {
		out = unit(before) + " " + out
	}
	words, original, translated := strings.Cut(parts[4], " (")
	if words != "" {
		out += " " + unit(words)
	}
	if translated {
		out += " <small>(" + template.HTMLEscapeString(original) + "</small>"
	}
	return template.HTML(out)
}

func unit(words string) string {
	return `<span class="unit">` + template.HTMLEscapeString(words) + "</span>"
}

// entries are the maps of a list in a page's front matter.
func entries(p page.Page, name string) []map[string]any {
	list, err := hmaps.ToSliceStringMap(p.Params()[name])
	if err != nil {
		return nil // the rules of the content say what a list holds
	}
	return list
}
