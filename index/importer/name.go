package importer

import (
	"strings"
	"unicode"

	"lvgu/index/analysis"
)

// maxName is how long a proposed file name is at most; it becomes an address that people read out.
const maxName = 60

// prefixes of file names, by the level of the document.
func prefix(level string) string {
	return map[string]string{"national": "cn", "province": "zj", "city": "lishui", "zone": "etdz"}[level]
}

// nameOf proposes a file name as the shipped pages have: level, year and the pinyin of the title's own words.
func nameOf(title string, f facts) string {
	var parts []string
	if p := prefix(f.level); p != "" && (p != "lishui" || f.region == "丽水市") {
		parts = append(parts, p)
	}
	if len(f.issued) >= len("2006") {
		parts = append(parts, f.issued[:len("2006")])
	}
	if _, about, ok := strings.Cut(title, "关于"); ok {
		title = strings.TrimPrefix(about, "印发")
	}
	parts = append(parts, syllables(shortTitle(strings.Trim(title, "《》")))...)
	name := ""
	for _, p := range parts {
		if len(name)+1+len(p) > maxName {
			break
		}
		if name != "" {
			name += "-"
		}
		name += p
	}
	if name == "" {
		return "policy"
	}
	return name
}

// syllables writes characters in pinyin and keeps Latin words and numbers.
func syllables(text string) []string {
	var out []string
	word := ""
	flush := func() {
		if word != "" {
			out = append(out, strings.ToLower(word))
			word = ""
		}
	}
	for _, r := range text {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			word += string(r)
		default:
			flush()
			if sound, _ := analysis.Sound(string(r)); sound != "" && ascii(sound) {
				out = append(out, strings.ReplaceAll(sound, "ü", "v"))
			}
		}
	}
	flush()
	return out
}

func ascii(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII && r != 'ü' }) < 0
}
