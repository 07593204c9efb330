package assistant

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lvgu/index/figures"
)

// guard reads a model's sentences before the visitor does. A sentence passes only when everything in it that can be
// checked stands in the passages it cites. It errs on the side of withholding: what it withholds is quoted instead.
type guard struct {
	library *library
	lang    string
	sources []holding // of the number less one
}

// fault is why a sentence was withheld.
type fault string

// The reasons for withholding a sentence.
const (
	faultNone      fault = ""
	faultCitation  fault = "citation"  // none, or one that resolves to no source shown
	faultMarkup    fault = "markup"    // markup, links, code, marks of a model's own language
	faultPrompt    fault = "prompt"    // text of the instructions
	faultLength    fault = "length"    // no sentence is so long
	faultGarbled   fault = "garbled"   // characters of other scripts, or of none
	faultLanguage  fault = "language"  // another language than the question's
	faultAssent    fault = "assent"    // yes, no, you are right: what the question says is no passage
	faultPromise   fault = "promise"   // words that promise
	faultStronger  fault = "stronger"  // all, only, free, now, every year: words that say more than the passages
	faultContact   fault = "contact"   // an address or a number to call that the passages lack
	faultName      fault = "name"      // a person, firm or place that the passages lack
	faultFigure    fault = "figure"    // a figure that the passages cited do not hold
	faultBound     fault = "bound"     // a bound turned round or left out: at most → reaches
	faultCondition fault = "condition" // a figure without the condition that the passage ties it to
	faultSubject   fault = "subject"   // a figure said of something else than the passage says it of
	faultUnheld    fault = "unheld"    // words that the passages do not hold
	faultNegation  fault = "negation"  // what the passage denies is affirmed, or the reverse
	faultStatus    fault = "status"    // what is planned told as done, what has expired as valid
)

// maxSentence is the longest sentence that is read, in characters. A joined one of several clauses has 700.
const maxSentence = 1000

// citation is a number in brackets, as tidy leaves it.
var citation = regexp.MustCompile(`\[(\d{1,3})\]`)

// citationGap is a citation with the space before it.
var citationGap = regexp.MustCompile(`\s*\[\d{1,3}\]`)

// claim is a sentence of a model beside the sources it cites.
type claim struct {
	part            // the whole, without citations
	clauses  []part // of it
	cited    []*holding
	passages string // what they hold together
}

// part is a sentence or a clause of it.
type part struct {
	text    string
	figures []figures.Figure
	bare    string  // without the figures
	matter  *matter // of bare, without what joins clauses
}

// newGuard takes the sources apart, once for all sentences of an answer.
func newGuard(l *library, lang string, sources []Source) *guard {
	g := &guard{library: l, lang: lang, sources: make([]holding, len(sources))}
	for i, s := range sources {
		g.sources[i] = l.newHolding(s, lang)
	}
	return g
}

// check says what is wrong with a tidied sentence, or faultNone.
func (g *guard) check(sentence string) fault {
	if utf8.RuneCountInString(sentence) > maxSentence {
		return faultLength
	}
	c, ok := g.claim(sentence)
	if !ok {
		return faultCitation
	}
	for _, check := range []func(claim) fault{inForm, g.inLanguage, inMeasure, inTouch, g.named, counted, conditioned, g.borne, g.meant, g.current} {
		if f := check(c); f != faultNone {
			return f
		}
	}
	return faultNone
}

// claim takes a sentence apart; ok is false when it cites nothing, or a source that is not shown.
func (g *guard) claim(sentence string) (c claim, ok bool) {
	var passages []string
	for _, m := range citation.FindAllStringSubmatch(sentence, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil || n < 1 || n > len(g.sources) {
			return claim{}, false
		}
		if h := &g.sources[n-1]; !slices.Contains(c.cited, h) {
			c.cited = append(c.cited, h)
			passages = append(passages, h.text)
		}
	}
	if len(c.cited) == 0 {
		return claim{}, false
	}
	c.passages = strings.Join(passages, "\n")
	c.part = g.part(strings.TrimSpace(citationGap.ReplaceAllString(sentence, "")))
	for _, clause := range clauses(c.text) {
		c.clauses = append(c.clauses, g.part(clause))
	}
	return c, true
}

func (g *guard) part(text string) part {
	p := part{text: text, figures: figures.Find(text), bare: text}
	for _, f := range slices.Backward(p.figures) {
		p.bare = p.bare[:f.Start] + " " + p.bare[f.End:]
	}
	p.matter = g.library.newMatter(connective.ReplaceAllString(p.bare, " "), g.lang)
	return p
}

// clauses cuts a text where it pauses, and where it joins one statement to another. A comma, a full stop or a colon
// between digits is no pause.
func clauses(text string) []string {
	var out []string
	start := 0
	for _, at := range pause.FindAllStringIndex(text, -1) {
		mark := text[at[0]:at[1]]
		if mark == "不但" || strings.Contains(",.:", mark) && digitAt(text, at[0]-1) && digitAt(text, at[1]) {
			continue
		}
		out = append(out, text[start:at[0]])
		start = at[1]
	}
	out = append(out, text[start:])
	return slices.DeleteFunc(out, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// pause is what separates clauses. 不但 is here so that 但 is not found in it.
var pause = regexp.MustCompile(`[，；。！？：,;.!?:（）()\n]|不但|并且|而且|且|但是|但| and | but | while | whereas `)

func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9'
}
