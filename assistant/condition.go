package assistant

import (
	"regexp"
	"slices"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// conditionZh and conditionEn are the wordings that tie a figure to a condition: who is meant, what must be so, how often, by
// which grade. Each match is the condition with as much of its words as tells it from another.
var (
	conditionZh = []*regexp.Regexp{
		regexp.MustCompile(`(?:符合|满足|具备)(?:[^，。；：]{0,20}?(?:条件|要求|规定|标准|情形|的))?`),
		regexp.MustCompile(`经[^，。；：]{0,16}?(?:认定|评定|批准|核准|备案|考核|验收)`),
		regexp.MustCompile(`(?:新|被|获|首次)?(?:认定|评定|评为|入选|列入)(?:为|的)[^，。；：]{0,16}`),
		regexp.MustCompile(`对[^，。；：]{2,24}?的(?:企业|项目|人才|单位|个人|团队|机构|用人单位)?`),
		regexp.MustCompile(`(?:达到|超过|不低于|不少于|满)[^，。；：]{1,20}?的`),
		regexp.MustCompile(`(?:仅|只)(?:限|对|适用)[^，。；：]{1,20}|限于[^，。；：]{1,20}`),
		regexp.MustCompile(`首次|首台|首批|首套`),
		regexp.MustCompile(`每年|按年|每月|按月|分年|分期`),
		regexp.MustCompile(`分档|分级|按档|按比例|视情况`),
		regexp.MustCompile(`[^，。；：]{2,24}的(?:，|$)`),
	}
	conditionEn = []*regexp.Regexp{
		regexp.MustCompile(`(?i)\b(?:provided|if|where|only|unless|subject to|on condition)\b[^,.;:]{0,60}`),
		regexp.MustCompile(`(?i)\b(?:eligible|qualif\w+|recogni[sz]ed|certified|approved|meeting|newly)\b[^,.;:]{0,30}`),
		regexp.MustCompile(`(?i)\b(?:per year|a year|each year|annually|per month|by tier|for the first time)\b`),
	}
)

// minCondition is the share of a condition's words that a sentence must keep for the condition to be told.
const minCondition = 0.5

// condition is what a passage ties a figure to.
type condition struct {
	text     string // folded
	matter   *matter
	measured bool // it holds a figure: a threshold, a term
}

// conditions are those of one sentence of a passage.
func (l *library) conditions(text, lang string) []condition {
	patterns := conditionZh
	if lang == corpus.English {
		patterns = conditionEn
	}
	var out []condition
	for _, re := range patterns {
		for _, found := range re.FindAllString(text, -1) {
			out = append(out, condition{strings.TrimRight(fold(found), ","), l.newMatter(found, lang), figures.Has(found)})
		}
	}
	return out
}

// premised is a clause that a passage says only of a case: 被拖欠的，有权要求赔偿.
type premised struct {
	when condition
	then *matter
}

var (
	premisedZh = regexp.MustCompile(`([^，。；：]{2,40}的)，([^，。；：]{4,60})`)
	premisedEn = regexp.MustCompile(`(?i)(?:^|[.;] )((?:where|if|when|unless)\b[^,.;]{6,100}), ([^,.;]{12,160})`)
)

// premisesOf are those of one sentence of a passage.
func (l *library) premisesOf(text, lang string) []premised {
	pattern := inLanguage(lang, premisedZh, premisedEn)
	if lang != corpus.English && !strings.Contains(text, "的，") {
		return nil
	}
	var out []premised
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		p := premised{condition{fold(m[1]), l.newMatter(m[1], lang), figures.Has(m[1])}, l.newMatter(m[2], lang)}
		if p.then.words() >= minPremised && !p.when.matter.empty() {
			out = append(out, p)
		}
	}
	return out
}

const (
	minPremised  = 3    // words or pairs of a clause that says something by itself
	toldPremised = 0.85 // the share of its words from which a sentence says it
)

// unpremised reports whether a sentence says a clause of its passages without the case that they say it of. Where they say it of
// several cases, one of them must be told; where they also say it outright, none.
func (c claim) unpremised(said *excerpt) bool {
	dropped := false
	for _, h := range c.cited {
		for i := range h.sections {
			s := &h.sections[i]
			for _, p := range s.premises {
				switch {
				case p.then.cover(said) < toldPremised:
				case p.when.told(said):
					return false
				default:
					dropped = dropped || !c.saidOutright(p.then)
				}
			}
		}
	}
	return dropped
}

// saidOutright reports whether a sentence of the passages without a case says a clause.
func (c claim) saidOutright(then *matter) bool {
	return slices.ContainsFunc(c.cited, func(h *holding) bool {
		return slices.ContainsFunc(h.sections, func(s stretch) bool { return len(s.premises) == 0 && then.cover(&s.excerpt) >= toldPremised })
	})
}

// told reports whether a sentence keeps a condition, in its words or in enough of them.
func (c condition) told(sentence *excerpt) bool {
	if c.matter.empty() {
		return strings.Contains(sentence.folded, c.text)
	}
	return c.matter.cover(sentence) >= minCondition
}

// conditioned checks that a figure is said with what the passage ties it to: "奖励 50 万元" is another promise than "经认定的，
// 奖励 50 万元". Where several sentences of the passages hold the figure, one of them must be told whole.
func conditioned(c claim) fault {
	said := newExcerpt(c.text)
	measures := false
	for _, f := range c.figures {
		switch f.Kind {
		case figures.Date, figures.Period, figures.Ordinal, figures.DocumentNumber, figures.Code:
			continue
		}
		measures = true
		held, told := false, false
		for _, h := range c.cited {
			for i := range h.sections {
				if s := &h.sections[i]; slices.ContainsFunc(s.figures, f.Equal) {
					held = true
					told = told || s.tells(&said, func(condition) bool { return true })
				}
			}
		}
		if held && !told {
			return faultCondition
		}
	}
	if s := c.worded(); !measures && s != nil && !s.tells(&said, func(c condition) bool { return c.measured }) {
		return faultCondition // the threshold went with its figure
	}
	if c.unpremised(&said) {
		return faultCondition
	}
	return faultNone
}

// tells reports whether a sentence keeps those conditions of the passage's that count.
func (s *stretch) tells(sentence *excerpt, counts func(condition) bool) bool {
	return !slices.ContainsFunc(s.conditions, func(c condition) bool { return counts(c) && !c.told(sentence) })
}

// worded is the sentence of the passages that the claim fits best, or nil.
func (c claim) worded() *stretch {
	var best *stretch
	most := 0.0
	for _, h := range c.cited {
		for i := range h.sections {
			if fits := c.matter.cover(&h.sections[i].excerpt); fits > most {
				best, most = &h.sections[i], fits
			}
		}
	}
	return best
}
