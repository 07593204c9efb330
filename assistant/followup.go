package assistant

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"lvgu/index/analysis"
	"lvgu/index/corpus"
)

var (
	leansZh   = regexp.MustCompile(`^(那么|那|还有|另外|以及|它|他|其|该|这|哪年|什么时候|多少|多大|多久|呢)|呢[？?。!！]*$|它|他们|其中|该公司|该项目|该飞地|这家|那里|那边|这里|这个`)
	leansEn   = regexp.MustCompile(`(?i)^\s*(and|what about|how about|but)\b|\b(it|its|they|their|them|that one|this one|there)\b`)
	pronounZh = regexp.MustCompile(`它们|他们|它|该公司|该项目|该飞地|该基金|该政策|这家公司|这家|这个项目|这个飞地|这个|那里|那边|这里|其`)
	pronounEn = regexp.MustCompile(`(?i)\b(it|they|them|that one|this one|there)\b`)
	ownerEn   = regexp.MustCompile(`(?i)\b(its|their)\b`)
	shellZh   = regexp.MustCompile(`^(那么|那|还有|另外|以及|换成|如果是)+|(的情况)?的?(怎么样|如何)?呢?[？?。！!\s]*$`)
	shellEn   = regexp.MustCompile(`(?i)^\s*(and|but)?\s*(what about|how about)?\s*(the)?\s*|[?.!\s]+$`)
)

// opening is how a question that names its own subject may still take up the one before.
var opening = regexp.MustCompile(`(?i)^\s*(那么|那|还有|另外|以及|and|but|what about|how about)[，,\s]*`)

// maxBareRunes is the length up to which what is left of "那杭州的呢" is a name to put into the question before.
const maxBareRunes = 12

// amountAsked asks for an amount: what is asked next is not how many.
var amountAsked = regexp.MustCompile(`有?(?:多少|几)[个套家块亩年名人位项间种]?|有?多[大久长高]`)

// maxShortRunes is the length up to which a question who or which is too short to name what it is about: "谁在管", "投了哪些项目".
const maxShortRunes = 7

// complete rewrites a question that leans on the turns before it, oldest first, into one that stands alone.
// It returns the question itself when it leans on nothing.
func (g *gazetteer) complete(text, lang string, history []Turn) string {
	before := ""
	answer := ""
	for _, turn := range history {
		before = g.completeOne(turn.Question, before, answer, lang)
		answer = turn.Answer
	}
	return g.completeOne(text, before, answer, lang)
}

// completeOne completes text from the question before it, already complete, and from that question's answer.
func (g *gazetteer) completeOne(text, before, answer, lang string) string {
	leans, pronoun, shell := leansZh, pronounZh, shellZh
	if lang == corpus.English {
		leans, pronoun, shell = leansEn, pronounEn, shellEn
	}
	if strings.TrimSpace(before) == "" || !leans.MatchString(text) {
		return text
	}
	subject, earlier := g.subject(before), g.find(before)
	if len(g.find(text)) > 0 || !pronoun.MatchString(text) {
		bare := shell.ReplaceAllString(text, "")
		short := utf8.RuneCountInString(bare) <= maxBareRunes && !asks(text, lang)
		switch {
		case short && subject != "" && bare != "":
			return replaceFirst(fold(before), subject, g.like(subject, fold(bare)))
		case short && bare != "":
			return bare + " " + before
		case len(g.find(text)) > 0:
			return opening.ReplaceAllString(text, "")
		}
	}
	if len(earlier) == 0 {
		if earlier = g.find(answer); len(earlier) == 0 {
			return before + " " + text
		}
		subject = earlier[0].names[len(earlier[0].names)-1]
	}
	if lang == corpus.English && ownerEn.MatchString(text) {
		return replaceMatch(ownerEn, text, subject+"'s")
	}
	if pronoun.MatchString(text) {
		return replaceMatch(pronoun, text, subject)
	}
	return subject + " " + shell.ReplaceAllString(text, "")
}

// like gives a bare name the noun that the name it replaces ends with: after "张江飞地", "杭州" is "杭州飞地".
func (g *gazetteer) like(subject, bare string) string {
	if bare == "" {
		return bare
	}
	for _, noun := range []string{"飞地", " offsite zone", "基金"} {
		if strings.HasSuffix(subject, noun) && !strings.Contains(bare, strings.TrimSpace(noun)) {
			return bare + noun
		}
	}
	return bare
}

// about is a short question that names nothing, put about what the turns before it named, or "" when they named
// nothing either. It is one reading of the question; the other is the question as it stands.
func (g *gazetteer) about(text string, history []Turn, q inquiry) string {
	if len(q.entities) > 0 || utf8.RuneCountInString(text) > maxBareRunes*2 || (q.kind == kindOpen || q.kind == kindList) && !q.bare() {
		return ""
	}
	for i := len(history) - 1; i >= 0; i-- {
		if subject := g.subject(history[i].Question); subject != "" {
			return subject + " " + strings.TrimPrefix(text, "它")
		}
	}
	for i := len(history) - 1; i >= 0; i-- {
		if i == 0 || utf8.RuneCountInString(history[i].Question) > maxShortRunes {
			return matterOf(amountAsked.ReplaceAllString(history[i].Question, "")) + " " + text
		}
	}
	return ""
}

// bound reports whether a part of a message can only be about what the part before it is about: that names something, or the part
// itself is too short to name anything.
func (g *gazetteer) bound(part string, turns []Turn) bool {
	return utf8.RuneCountInString(strings.TrimRight(part, "？?。！! ")) <= maxBoundRunes || pronounZh.MatchString(part) || pronounEn.MatchString(part) ||
		len(turns) > 0 && g.subject(turns[len(turns)-1].Question) != ""
}

// bare reports whether a question who, which or how is too short to name what it is about.
func (q inquiry) bare() bool {
	return (q.who || q.kind == kindList || q.forms&(formManner|formContact|formSite) != 0) && utf8.RuneCountInString(q.text) <= maxShortRunes
}

// maxBoundRunes is the length of the longest question that cannot name what it is about: "最长几年".
const maxBoundRunes = 5

// matterOf is a question without the words that put it.
func matterOf(question string) string {
	var b strings.Builder
	end := 0
	for i, t := range analysis.Matter(analysis.Tokenize(question)) {
		between := question[end:t.Start]
		if i > 0 && !t.Joined && between != "&" && between != "-" { // "R&D" stays as it is written
			between = " "
		}
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(question[t.Start:t.End])
		end = t.End
	}
	return b.String()
}

// asks reports whether a text names what it wants to know, so that it is more than a name.
func asks(text, lang string) bool {
	a := analyse(text, lang)
	return a.kind != kindOpen
}

// subject is the name, as it stands folded in text, of the first entity that text names.
func (g *gazetteer) subject(text string) string {
	text = fold(text)
	for _, name := range g.names {
		if locate(text, name) >= 0 {
			return name
		}
	}
	return ""
}

func replaceFirst(text, old, replacement string) string {
	return strings.Replace(text, old, replacement, 1)
}

func replaceMatch(re *regexp.Regexp, text, replacement string) string {
	loc := re.FindStringIndex(text)
	return text[:loc[0]] + replacement + text[loc[1]:]
}

// What a statement must hold of a part of a message that was put about the part before it, and of that: one that holds one of
// the two answers another question.
const (
	minOwnPart   = 0.55
	minPriorPart = 0.40
)

// follows reports whether a statement answers a part of a message as it was put about the turn before.
func (l *library) follows(s statement, part string, turns []Turn, lang string) bool {
	own := s.holdsOf(l.newMatter(polish(part), lang))
	if len(s.inquiry.entities) > 0 {
		own = max(own, s.attribute) // with other words for it
	}
	if own < minOwnPart {
		return false
	}
	prior := turns[len(turns)-1].Question
	return l.gazetteers[lang].subject(prior) != "" || s.holdsOf(l.newMatter(polish(prior), lang)) >= minPriorPart
}

// holdsOf is the share of a matter that the statement and its place hold, with other words for it.
func (s *statement) holdsOf(m *matter) float64 {
	held := m.none()
	m.mark(&s.place, held)
	m.mark(s.words(), held)
	return m.share(held)
}

// keep leaves out the statements that are not so.
func (ev *evidence) keep(so func(statement) bool) {
	ev.statements = slices.DeleteFunc(ev.statements, func(s statement) bool { return !so(s) })
}
