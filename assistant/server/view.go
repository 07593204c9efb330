package server

import (
	"embed"
	"html/template"
	"regexp"
	"strconv"
	"strings"

	"lvgu/assistant"
)

//go:embed templates/*.tmpl
var templateFiles embed.FS

// templates render what goes into the shells; their markup is the same as the script's.
var templates = template.Must(template.ParseFS(templateFiles, "templates/*.tmpl"))

// answer is an answer as it stands on the page.
func (s *shell) answer(a *assistant.Answer) (template.HTML, error) {
	return render("answer.tmpl", answerView{a, s.texts, s.lang})
}

// about is what may be asked of a page.
func (s *shell) about(p assistant.Page) (template.HTML, error) {
	name := strings.ReplaceAll(s.texts.About, "{title}", p.Title)
	return render("questions.tmpl", questionList{name, s.texts.Links.Ask, "", p.Questions})
}

// results is what a search found as it stands on the page.
func (s *shell) results(found assistant.SearchResult) (template.HTML, error) {
	return render("results.tmpl", resultsView{found, s.lang, s.texts})
}

func render(name string, data any) (template.HTML, error) {
	var out strings.Builder
	if err := templates.ExecuteTemplate(&out, name, data); err != nil {
		return "", err
	}
	return template.HTML(strings.TrimSpace(out.String())), nil
}

// answerView is what the template of an answer shows.
type answerView struct {
	*assistant.Answer
	Texts    *texts
	PageLang string // the page's, which may be another than the answer's
}

// Label says who wrote the text.
func (v answerView) Label() string {
	switch {
	case v.Outcome == assistant.Declined:
		return v.Texts.LabelDeclined
	case v.Generated && v.AIGC != nil && v.AIGC.ContentProducer != "":
		return v.Texts.LabelGenerate + " · " + v.AIGC.ContentProducer
	case v.Generated:
		return v.Texts.LabelGenerate
	default:
		return v.Texts.LabelExtract
	}
}

// HTMLLang is the value of the lang attribute.
func (v answerView) HTMLLang() string { return htmlLang(v.Lang) }

// Understood says how a follow-up was completed; empty for a question that was complete.
func (v answerView) Understood() string {
	if v.Question == "" {
		return ""
	}
	return strings.ReplaceAll(v.Texts.Understood, "{q}", v.Question)
}

// Cards are the sources, or the nearest passages of an answer that has none.
func (v answerView) Cards() []card {
	sources := v.Sources
	if len(sources) == 0 {
		sources = v.Nearest
	}
	cards := make([]card, len(sources))
	for i, source := range sources {
		cards[i] = card{source, v.Texts}
	}
	return cards
}

// List names the list of cards for those who cannot see it.
func (v answerView) List() string {
	if len(v.Sources) == 0 {
		return v.Texts.Nearest
	}
	return v.Texts.Sources
}

// VersionText says when it was asked, and which version of the content the answer is from.
func (v answerView) VersionText() string {
	return strings.NewReplacer("{version}", v.ContentVersion, "{date}", assistant.WrittenDate(v.PageLang, v.Asked)).Replace(v.Texts.Version)
}

// PageHTMLLang is the lang attribute of the words around the answer.
func (v answerView) PageHTMLLang() string { return htmlLang(v.PageLang) }

// Further are the questions to ask next.
func (v answerView) Further() questionList {
	return questionList{v.Texts.Further, v.Texts.Links.Ask, v.HTMLLang(), v.Suggestions}
}

// questionList is a named list of questions, each a link to its answer.
type questionList struct {
	Name, Ask string
	HTMLLang  string // empty: the page's
	Questions []string
}

// Paragraphs are the lines of the text, each in runs.
func (v answerView) Paragraphs() [][]run { return paragraphs(v.Text, v.Sources) }

// run is a piece of an answer's text: words, or the citation of source N.
type run struct {
	Text string
	N    int // 0: words
}

// noBreak keeps a citation on the line of the words that it is for.
const noBreak = "\u00a0"

var citation = regexp.MustCompile(`\[(\d{1,3})\]`)

// paragraphs splits a text into lines of runs. "[2]" is a citation only when there is a source 2.
func paragraphs(text string, sources []assistant.Source) [][]run {
	known := map[string]int{}
	for _, source := range sources {
		known[strconv.Itoa(source.N)] = source.N
	}
	var lines [][]run
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var runs []run
		rest := 0
		for _, at := range citation.FindAllStringSubmatchIndex(line, -1) {
			n := known[line[at[2]:at[3]]]
			if n == 0 {
				continue
			}
			words := line[rest:at[0]]
			if kept, ok := strings.CutSuffix(words, " "); ok {
				words = kept + noBreak
			}
			runs = append(runs, run{Text: words}, run{N: n})
			rest = at[1]
		}
		lines = append(lines, append(runs, run{Text: line[rest:]}))
	}
	return lines
}

// card is a source as the template shows it.
type card struct {
	assistant.Source
	texts *texts
}

// Origin is who stands behind the passage, as far as it is known.
func (c card) Origin() string {
	if c.Issuer != "" {
		return c.Issuer
	}
	return c.Publisher
}

// StatusText is what the status is called.
func (c card) StatusText() string { return c.texts.status(c.Status) }

// AsOfText says as of when the passage holds; empty when that is not known.
func (c card) AsOfText() string { return c.texts.asOf(c.AsOf) }

// OriginalLabel is the words before the link to the Chinese clause.
func (c card) OriginalLabel() string { return c.texts.Original }

// PassageLang is the value of the passage's lang attribute.
func (c card) PassageLang() string { return htmlLang(c.Lang) }

func (t *texts) status(code string) string {
	if name, ok := t.Status[code]; ok {
		return name
	}
	return code
}

func (t *texts) asOf(date string) string {
	if date == "" {
		return ""
	}
	return strings.ReplaceAll(t.AsOf, "{date}", assistant.WrittenDate(t.lang, date))
}

func htmlLang(lang string) string {
	if lang == chinese {
		return "zh-CN"
	}
	return lang
}
