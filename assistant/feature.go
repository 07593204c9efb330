package assistant

import "math"

// sight is one sentence of a passage before one question.
type sight struct {
	*weighing
	*readSentence
	order     int
	own       float64 // share of the question that the sentence holds
	cover     float64 // the same with where it stands
	around    float64 // the same with its neighbours
	attribute float64 // share of what is asked about the things named that the sentence and its heading hold
}

// features tell the sentence that answers from those about the same thing. Each is about 0 to 1.
var features = []struct {
	name string
	of   func(*sight) float64
}{
	{"cover", func(s *sight) float64 { return s.cover }},
	{"own", func(s *sight) float64 { return (s.own + s.attribute) / 2 }},
	{"around", func(s *sight) float64 { return s.around }},
	{"passage", func(s *sight) float64 { return s.all }},
	{"rank", func(s *sight) float64 { return s.prior }},
	{"near first", func(s *sight) float64 { return 1 / (1 + float64(s.rank)) }},
	{"likeliest", func(s *sight) float64 {
		return oneIf(s.inquiry.kind == kindQuantity && len(s.inquiry.wanted) > 0 && s.holdsQuantity(s.inquiry.wanted[:1]))
	}},
	{"form", func(s *sight) float64 { return oneIf(s.forms&s.inquiry.forms != 0) }},
	{"cause", func(s *sight) float64 { return oneIf(s.forms&s.inquiry.forms&formCause != 0) }},
	{"site", func(s *sight) float64 { return oneIf(s.forms&s.inquiry.forms&formSite != 0) }},
	{"person", func(s *sight) float64 { return oneIf(s.forms&s.inquiry.forms&formPerson != 0) }},
	{"contact", func(s *sight) float64 { return oneIf(s.forms&s.inquiry.forms&formContact != 0) }},
	{"several", func(s *sight) float64 { return oneIf(s.forms&s.inquiry.forms&formSeveral != 0) }},
	{"length", func(s *sight) float64 { return math.Log1p(float64(s.length)) / 5 }},
	{"short", func(s *sight) float64 { return oneIf(s.length < shortLength) }},
	{"long", func(s *sight) float64 { return min(1, max(0, float64(s.length-freeLength))/240) }},
	{"title", func(s *sight) float64 { return s.titleShare }},
	{"headline", func(s *sight) float64 { return oneIf(s.headline) }},
	{"asking", func(s *sight) float64 { return oneIf(s.asking) }},
	{"fragment", func(s *sight) float64 { return oneIf(s.fragment) }},
	{"under", func(s *sight) float64 {
		if s.order == 0 || !s.sentences[s.order-1].headline && !s.sentences[s.order-1].asking {
			return 0
		}
		return s.owns[s.order-1]
	}},
	{"before", func(s *sight) float64 {
		if s.order == 0 {
			return 0
		}
		return s.owns[s.order-1]
	}},
	{"after", func(s *sight) float64 {
		if s.order+1 == len(s.sentences) {
			return 0
		}
		return s.owns[s.order+1]
	}},
	{"margin", func(s *sight) float64 { return max(s.margin, -maxMargin) }},
	{"numbers", func(s *sight) float64 { return s.whole.numbers(s.heldBy[s.order], s.placed) }},
	{"early", func(s *sight) float64 { return 1 / (1 + float64(s.order)) }},
	{"best", func(s *sight) float64 { return oneIf(s.own == s.bestOwn) }},
}

// oneIf is 1 for true and 0 for false.
func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// shortLength is the length in characters under which a sentence is rather a label.
const shortLength = 10

// maxMargin bounds how far behind the best passage counts.
const maxMargin = 4

// freeLength is the length in characters from which a sentence is long to read.
const freeLength = 60
