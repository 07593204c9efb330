package assistant

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"lvgu/index"
	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// guard reads a model's sentences before the visitor does. A sentence passes only when everything in it that can be
// checked stands in the passages it cites.
type guard struct {
	index   *index.Index
	lang    string
	sources []Source
}

// fault is why a sentence was withheld.
type fault string

// The reasons for withholding a sentence.
const (
	faultNone       fault = ""
	faultCitation   fault = "citation"    // none, or one that resolves to no source shown
	faultFigure     fault = "figure"      // a figure that the passages cited do not hold
	faultBound      fault = "bound"       // a bound turned round: at most → reaches
	faultNegation   fault = "negation"    // what the passage denies is affirmed, or the reverse
	faultContact    fault = "contact"     // an address or a number to call that the passages lack
	faultPerson     fault = "person"      // a person that the passages lack
	faultPromise    fault = "promise"     // words that promise
	faultLanguage   fault = "language"    // another language than the question's
	faultUnheld     fault = "unheld"      // words that the passages do not hold
	faultInstructed fault = "instruction" // text of the prompt, or markup
)

// minHeld is the share of a sentence's weight that the passages cited must hold. A sentence that rephrases keeps
// the words that carry the matter; one that brings matter of its own falls far below.
const minHeld = 0.55

var (
	citation    = regexp.MustCompile(`\[(\d{1,2})\]`)
	address     = regexp.MustCompile(`(?i)https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.[\w.]+|\b[a-z0-9-]+\.(?:com|cn|net|org|gov)\b`)
	callNumber  = regexp.MustCompile(`(?:\+?\d[\d\- ]{6,}\d)`)
	promise     = regexp.MustCompile(`(?i)保证|一定能|肯定能|必然|绝对|包您|承诺给|无条件|guarantee|definitely|certainly will|assured|no doubt|you will (get|receive)`)
	person      = regexp.MustCompile(`\p{Han}{2,4}(?:先生|女士|书记|部长|主任|局长|市长|区长|总经理|董事长|处长|科长)|\b(?:Mr|Ms|Mrs|Dr|Director|Secretary|Mayor)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)*`)
	negationZh  = regexp.MustCompile(`不得|不能|不可|不予|不再|不是|不属|不包括|不适用|没有|未曾|未|无法|无需|不必|不用|不`)
	negationEn  = regexp.MustCompile(`(?i)\b(?:not|no|never|without|cannot|none|neither|nor|isn't|aren't|doesn't|don't|won't|can't)\b`)
	boundIdiom  = regexp.MustCompile(`不超过|不少于|不低于|不高于|不足|不满|不同|不断|不仅|不但|不只|(?i:no more than|no less than|not exceeding|not more than|not less than|no fewer than|no later than)`)
	markup      = regexp.MustCompile("(?i)<[a-z/!]|\\]\\(|```|passage \\d|资料块|system prompt|系统提示")
	citationGap = regexp.MustCompile(`\s*\[\d{1,2}\]`)
)

// check says what is wrong with a sentence, or faultNone.
func (g *guard) check(sentence string) fault {
	cited, ok := g.cited(sentence)
	if !ok {
		return faultCitation
	}
	bare := strings.TrimSpace(citationGap.ReplaceAllString(sentence, ""))
	switch {
	case markup.MatchString(bare), leaksPrompt(bare, cited):
		return faultInstructed
	case !g.inLanguage(bare):
		return faultLanguage
	case promise.MatchString(bare) && !promise.MatchString(cited):
		return faultPromise
	case lacks(address, bare, cited) || lacks(callNumber, bare, cited):
		return faultContact
	case lacks(person, bare, cited):
		return faultPerson
	case len(figures.Missing(bare, cited)) > 0:
		return faultFigure
	case losesBound(bare, cited):
		return faultBound
	}
	prepared := g.index.Prepare(bare, g.lang)
	if prepared.Coverage(cited) < minHeld {
		return faultUnheld
	}
	if g.turnsNegation(bare, cited) {
		return faultNegation
	}
	return faultNone
}

// cited is what the sources that a sentence cites say; ok is false when it cites none, or one that is not shown.
func (g *guard) cited(sentence string) (text string, ok bool) {
	for _, m := range citation.FindAllStringSubmatch(sentence, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil || n < 1 || n > len(g.sources) {
			return "", false
		}
		s := g.sources[n-1]
		text += s.Title + "\n" + s.Section + "\n" + s.Passage + "\n"
		ok = true
	}
	return text, ok
}

// lacks reports whether text has a match that holds does not have to the letter.
func lacks(re *regexp.Regexp, text, holds string) bool {
	holds = compact(holds)
	for _, m := range re.FindAllString(text, -1) {
		if !strings.Contains(holds, compact(m)) {
			return true
		}
	}
	return false
}

// compact takes out white space and hyphens, in which numbers to call differ.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return r
	}, s)
}

// losesBound reports whether a figure of the sentence stands in the passages only under a limit that the sentence turns
// round or leaves out: "at most 600" is neither "at least 600" nor "600".
func losesBound(sentence, passages string) bool {
	if len(figures.Turned(sentence, passages)) > 0 {
		return true
	}
	held := figures.Find(passages)
	for _, f := range figures.Find(sentence) {
		if f.Bound != figures.Exact {
			continue
		}
		equal, unlimited := false, false
		for _, h := range held {
			if f.Equal(h) {
				equal = true
				unlimited = unlimited || h.Bound == figures.Exact || h.Bound == figures.About || h.Kind == figures.Date || h.Kind == figures.Period
			}
		}
		if equal && !unlimited {
			return true
		}
	}
	return false
}

// turnsNegation reports whether a clause of the sentence denies what the likest clause of the passages affirms, or the
// reverse.
func (g *guard) turnsNegation(sentence, passages string) bool {
	held := strings.FieldsFunc(passages, endsClause)
	for _, clause := range strings.FieldsFunc(sentence, endsClause) {
		prepared := g.index.Prepare(clause, g.lang)
		best, likest := minLike, ""
		for _, h := range held {
			if c := prepared.Coverage(h); c > best {
				best, likest = c, h
			}
		}
		if likest != "" && g.denies(clause) != g.denies(likest) {
			return true
		}
	}
	return false
}

// minLike is the share of a clause that another must hold to be the one that it words.
const minLike = 0.4

func endsClause(r rune) bool { return strings.ContainsRune("，；。！？,;.!?（）()\n", r) }

// denies reports whether a sentence has a negation that is not part of a bound.
func (g *guard) denies(s string) bool {
	s = boundIdiom.ReplaceAllString(s, "")
	if g.lang == corpus.English {
		return negationEn.MatchString(s)
	}
	return negationZh.MatchString(s)
}

// inLanguage reports whether text is written in the language of the question: a Chinese sentence has Han characters,
// an English one mostly none, but for names given in brackets.
func (g *guard) inLanguage(text string) bool {
	han, letters := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			letters++
		}
	}
	if g.lang == corpus.English {
		return letters > han
	}
	return han > 0 && han*4 >= letters
}
