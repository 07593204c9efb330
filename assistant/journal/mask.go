package journal

import (
	"regexp"
	"strings"
)

// masked stands where personal data stood. It holds nothing that a rule of Mask could take for a part of such data.
const masked = "***"

// Mask replaces what points to a person: telephone, identity, bank card and account numbers, e-mail addresses, and QQ
// and WeChat names after such words. Full-width and Chinese digits and the usual separators are seen through. Sums,
// dates, years, document numbers and public short numbers (12345) stay. The result is valid UTF-8; Mask of a masked
// text is that text.
func Mask(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	for {
		// Each replacement shortens the text, and may be what a later one was waiting for: until nothing changes.
		next := maskNumbers(maskHandles(maskMail(text)))
		if next == text {
			return text
		}
		text = next
	}
}

// mail matches e-mail addresses, in full width and with a written-out at sign too. Only ASCII and its full-width forms
// count: Chinese text runs on right behind an address.
var mail = regexp.MustCompile(`(?i)[a-z0-9._%+\-ａ-ｚ０-９．＿－]+(?:\s?[@＠]\s?|\s?[(\[（【]\s?at\s?[)\]）】]\s?)` +
	`[a-z0-9\-ａ-ｚ０-９－]+(?:[.．][a-z0-9\-ａ-ｚ０-９－]+)+`)

func maskMail(text string) string {
	if !strings.ContainsAny(text, "@＠") && !strings.Contains(strings.ToLower(text), "at") {
		return text
	}
	return mail.ReplaceAllString(text, masked)
}

// handle matches a QQ or WeChat name with the words before it: 1 the words, 2 what connects, 3 the name.
var handle = regexp.MustCompile(`(?i)((?:(?:微信|薇信|\b(?:qq|wechat|weixin|wx|vx))[\s/]*)+)` +
	`((?:群|号码|账号|帐号|号|是|为|叫|\bid\b|\bis\b|\bnumber\b|\bno\b|[\s:：=.，,()（）])*)([a-z0-9０-９][a-z0-9_\-０-９]{4,29})`)

// explicit says that what follows is a name, whatever it looks like.
var explicit = regexp.MustCompile(`(?i)[号:：=]|\bid\b`)

func maskHandles(text string) string {
	if !mayHandle(text) {
		return text
	}
	var b strings.Builder
	last := 0
	for _, m := range handle.FindAllStringSubmatchIndex(text, -1) {
		words, between, name := text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]]
		if isHandle(words, between, name) && !unit.MatchString(text[m[7]:]) {
			b.WriteString(text[last:m[6]])
			b.WriteString(masked)
			last = m[7]
		}
	}
	if last == 0 {
		return text
	}
	b.WriteString(text[last:])
	return b.String()
}

// mayHandle spares most texts the expression.
func mayHandle(text string) bool {
	if strings.Contains(text, "信") {
		return true
	}
	lower := strings.ToLower(text)
	for _, word := range []string{"qq", "wechat", "weixin", "wx", "vx"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

// isHandle tells a name from an English word that happens to follow.
func isHandle(words, between, name string) bool {
	if strings.ContainsAny(name, "0123456789_０１２３４５６７８９") {
		return true
	}
	chinese := strings.HasSuffix(words, "信") && between == ""
	return len(name) >= 6 && (chinese || explicit.MatchString(between)) // WeChat takes no shorter one
}
