package importer

import (
	"encoding/json"
	"regexp"
	"strings"
)

// special are the characters that mean something to Markdown wherever they stand.
var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `|`, `\|`, `~`, `\~`, `{`, `\{`, `}`, `\}`,
	`&`, `&amp;`, `$`, `\$`, `@`, `\@`, `://`, `\://`,
)

var (
	// atStart are the characters that make a block of a line that begins with them.
	atStart = regexp.MustCompile(`^(?:[#+:=-]|\d{1,9}[.)])`)
	// bareAddress is what would become a link.
	bareAddress = regexp.MustCompile(`(?i)\bwww\.`)
)

// escape writes a paragraph so that Markdown shows it as it stands.
func escape(text string) string {
	if at := atStart.FindString(text); at != "" {
		return special.Replace(at[:len(at)-1]) + `\` + at[len(at)-1:] + inner(text[len(at):])
	}
	return inner(text)
}

// inner escapes what does not begin a line.
func inner(text string) string {
	return bareAddress.ReplaceAllStringFunc(special.Replace(text), func(www string) string { return www[:len("www")] + `\.` })
}

// title escapes a heading, at whose end number signs are dropped.
func title(text string) string { return strings.ReplaceAll(inner(text), "#", `\#`) }

// quote writes a text for the front matter: JSON's strings are YAML's.
func quote(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""` // strings always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// comment writes a text so that nothing in it ends the comment, or is run as a shortcode, which Hugo does even there.
var comment = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "{{", "{&#123;")
