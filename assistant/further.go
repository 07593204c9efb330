package assistant

import (
	"context"
	"slices"
	"strings"
	"sync"

	"lvgu/index/corpus"
)

// What is offered to ask next.
const (
	maxFurther  = 3  // questions: more is a menu to read instead of an answer
	furtherWalk = 24 // passages looked at around a source; a page has about as many
)

// further finds the questions that an answer leads on to: typical questions of passages near those it shows. Each is
// asked once, on first use, and only one that is answered is ever offered.
type further struct {
	byURL    map[string]int // where a passage stands → its position in the corpus; the first of those that share it
	answered sync.Map       // question → whether it is answered
}

func newFurther(c *corpus.Corpus) *further {
	f := &further{byURL: make(map[string]int, len(c.Passages))}
	for i, p := range c.Passages {
		if _, ok := f.byURL[p.URL]; !ok {
			f.byURL[p.URL] = i
		}
	}
	return f
}

// suggestions are up to maxFurther questions to ask after q, in the language of its answer. They leave out what the
// conversation has asked.
func (a *Assistant) suggestions(ctx context.Context, q Question, answer *Answer) []string {
	asked := map[string]bool{fold(q.Text): true, fold(answer.Question): true}
	for _, turn := range q.History {
		asked[fold(turn.Question)] = true
	}
	shown, own := answer.Sources, 1 // the questions of the passage that answers were put in other words just now
	if answer.Outcome == Declined {
		shown, own = answer.Nearest, 0
	}
	var out []string
	for _, source := range shown {
		for _, p := range a.around(source, own) {
			if len(out) == maxFurther {
				return out
			}
			if text := a.offer(ctx, p, asked); text != "" {
				asked[fold(text)] = true
				out = append(out, text)
				if len(shown) > 1 {
					break // one question a source, so that each has its turn
				}
			}
		}
	}
	return out
}

// around are the passages on a source's page from the one that is skip behind it to the end, and then from the top.
func (a *Assistant) around(source Source, skip int) []*corpus.Passage {
	at, ok := a.further.byURL[source.URL]
	if !ok {
		return nil
	}
	all := a.library.corpus.Passages
	page := all[at].Document
	var after, before []*corpus.Passage
	for i := at; i < len(all) && i < at+furtherWalk && all[i].Document == page; i++ {
		if all[i].URL != source.URL || skip == 0 {
			after = append(after, all[i])
		}
	}
	for i := at - 1; i >= 0 && i >= at-furtherWalk && all[i].Document == page; i-- {
		before = append(before, all[i])
	}
	slices.Reverse(before)
	return append(after, before...)
}

// offer is the passage's first typical question, or "" where it may not be asked: nothing answers it, or it was asked.
func (a *Assistant) offer(ctx context.Context, p *corpus.Passage, asked map[string]bool) string {
	if p.Kind == corpus.Gap || p.Status == corpus.Expired || len(p.Questions) == 0 {
		return ""
	}
	text := strings.TrimSpace(p.Questions[0])
	if asked[fold(text)] || !a.answers(ctx, text, p.Document.Lang) {
		return ""
	}
	return text
}

// answers reports whether a typical question is answered when it is asked by itself.
func (a *Assistant) answers(ctx context.Context, text, lang string) bool {
	if known, ok := a.further.answered.Load(text); ok {
		return known.(bool)
	}
	answer, err := a.extract(ctx, Question{Text: text, Lang: lang})
	if err != nil {
		return false // the context has ended: nothing is known of the question
	}
	answered := answer.Outcome == Answered
	a.further.answered.Store(text, answered)
	return answered
}

// Page is a page of the site with the questions that it answers.
type Page struct {
	Title     string
	URL       string
	Questions []string
}

// maxPageQuestions is how many questions a page suggests: two screens of a phone.
const maxPageQuestions = 8

// Page is the page at a path of the site, such as "/land/", with typical questions of its clauses, the first of each that
// is answered. It returns false where the content has no such page.
func (a *Assistant) Page(ctx context.Context, url string) (Page, bool) {
	var page Page
	asked := map[string]bool{}
	for _, p := range a.library.corpus.Passages {
		if p.Document.URL != url {
			continue
		}
		page.Title, page.URL = p.Document.Title, url
		if len(page.Questions) == maxPageQuestions {
			break
		}
		if text := a.offer(ctx, p, asked); text != "" {
			asked[fold(text)] = true
			page.Questions = append(page.Questions, text)
		}
	}
	return page, page.URL != ""
}
