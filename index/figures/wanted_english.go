package figures

import (
	"slices"
	"strings"
)

// auxiliaries follow a "when" that asks. Another word follows one that only joins: "When we build, can we …".
var auxiliaries = []string{"is", "are", "was", "were", "does", "do", "did", "will", "can", "could", "must", "may", "should", "has", "have", "had", "would", "shall"}

// verbs are words of a sentence that is whole, in which a when in the middle only joins.
var verbs = func() (words []string) {
	for _, word := range append([]string{"what", "which", "who", "how", "be", "we", "i", "you", "if", "tell"}, auxiliaries...) {
		words = append(words, " "+word+" ")
	}
	return words
}()

// countedUnits are units that "how many" may ask for; any other noun is counted.
var countedUnits = []asking{
	{[]string{"how many years", "how many months", "how many days", "how many hours", "how many weeks", "how many working days", "how many business days"}, []Kind{Duration}},
	{[]string{"how many mu", "how many hectares", "how many square", "how many acres"}, []Kind{Area}},
	{[]string{"how many kilomet", "how many met", "how many miles", "how many km"}, []Kind{Length}},
	{[]string{"how many yuan", "how many rmb", "how many dollars"}, []Kind{Money}},
	{[]string{"how many tonnes", "how many tons"}, []Kind{Weight}},
	{[]string{"how many per cent", "how many percent"}, []Kind{Percent}},
	{[]string{"how many times"}, []Kind{Count, Ratio}},
	{[]string{"how many "}, []Kind{Count, Number}},
}

// measures are "how" with an adjective.
var measures = []asking{
	{[]string{"how much land", "how much space", "how much area", "how much floor"}, []Kind{Area}},
	{[]string{"how much time"}, []Kind{Duration}},
	{[]string{"how much"}, []Kind{Money, Percent, Ratio, Area, Weight, Count, Quantity, Number}},
	{[]string{"how big", "how large"}, []Kind{Area, Money, Percent, Number}},
	{[]string{"how long", "how soon", "how early", "how late"}, []Kind{Duration, Date, Period}},
	{[]string{"how far back", "how quickly"}, []Kind{Duration}},
	{[]string{"how far", "how high", "how tall", "how wide", "how deep"}, []Kind{Length}},
	{[]string{"how fast"}, []Kind{Quantity, Duration}},
	{[]string{"how heavy"}, []Kind{Weight}},
	{[]string{"how old", "how often"}, []Kind{Duration, Count}},
	{[]string{"which article", "which clause", "what article"}, []Kind{Ordinal}},
}

// shares are nouns whose measure is a share whatever stands around them: the tax rate.
var shares = asking{[]string{"rate", "rates", "percentage", "share", "proportion", "ratio", "ratios", "quota"}, []Kind{Percent, Ratio}}

// measuredNouns are what "what is the …" may ask for.
var measuredNouns = []asking{
	{[]string{"document number"}, []Kind{DocumentNumber}},
	{[]string{"phone number", "telephone number", "hotline", "code"}, []Kind{Code, Number}},
	{[]string{"ranking", "rank"}, []Kind{Ordinal, Number}},
	{[]string{"area"}, []Kind{Area}},
	{[]string{"size of"}, []Kind{Area, Money, Number}},
	{[]string{"distance", "length", "width"}, []Kind{Length}},
	{[]string{"speed"}, []Kind{Quantity}},
	{[]string{"deadline", "date"}, []Kind{Date, Period}},
	{[]string{"term", "duration", "validity", "period", "life", "lives", "holiday", "age"}, []Kind{Duration, Period}},
	{[]string{"price", "prices", "cost", "costs", "rent", "wage", "wages", "salary", "investment", "gdp", "output", "tariff", "budget", "revenue", "capital", "value"}, []Kind{Money}},
	{[]string{"tax", "fee", "charge", "penalty", "fine", "surcharge", "subsidy", "grant", "allowance", "reward", "deduction", "super-deduction", "credit", "amount", "cap", "caps", "limit", "ceiling",
		"threshold", "thresholds", "loan", "funding", "deposit", "bond", "minimum pay"}, []Kind{Money, Percent, Ratio}},
	{[]string{"number of", "headcount", "population"}, []Kind{Count, Number}},
}

func wantedEnglish(clause string) []Kind {
	clause = unmeasured.Replace(" " + englishMarks.Replace(strings.TrimSpace(clause)) + " ")
	kinds := wantedWhen(clause)
	switch {
	case strings.Contains(clause, " how many "):
		return append(kinds, firstOf(countedUnits, clause, nil)...)
	case strings.Contains(clause, "how long") && hasAny(clause, " runway", " tunnel", " bridge", " track ", "how long is the railway", "how long is the road", "how long is the line"):
		return append(kinds, Length)
	}
	kinds = append(kinds, firstOf(measures, clause, nil)...)
	if len(kinds) == 0 {
		kinds = wantedWhat(clause)
	}
	return kinds
}

// unmeasured are nouns that name a thing here and measure none: the term for, which area.
var unmeasured = strings.NewReplacer(" term for ", " name for ", " term is ", " name is ", " term describes ", " name describes ", " what term ", " what name ", " which term ", " which name ",
	" derogatory term ", " name ", " which area ", " which place ", " what area of ", " what place of ", " in what area ", " in what place ", " which period ", " which time ", " age range ", " ages ")

var englishMarks = strings.NewReplacer(",", " ", ".", " ", "'s ", " ", "’s ", " ", "(", " ", ")", " ")

// wantedWhen gives the kinds of a time that the clause, padded with spaces, asks for.
func wantedWhen(clause string) []Kind {
	if hasAny(clause, " which year ", " what year ", " what date ", " which date ", " which month ", " until when ", " by when ", " since when ", " from when ") {
		return []Kind{Date, Period}
	}
	before, rest, found := strings.Cut(clause, " when ")
	next, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	leads := strings.TrimSpace(before) == "" || strings.HasSuffix(before, " and") || strings.HasSuffix(before, " or") || strings.HasSuffix(before, " tell me")
	if found && !leads && !hasAny(" "+before+" ", verbs...) && !hasAny(" "+rest+" ", verbs...) {
		return []Kind{Date, Period, Duration} // broken English: the airport when opened
	}
	if found && leads && slices.Contains(auxiliaries, next) {
		return []Kind{Date, Period, Duration}
	}
	return nil
}

// maxWhat is how many words may stand from what to its noun: what minimum registered capital. Which asks for a name more
// often: which cities have investment teams.
const (
	maxWhat  = 4
	maxWhich = 2
)

// wantedWhat gives the kinds of "what rate …" and of "what is the … rate".
func wantedWhat(clause string) []Kind {
	if hasAny(clause, " what is ", " what's ", " what are ", " what was ", " what were ", " what does ", " what do ", " what will ") {
		return nounKinds(clause)
	}
	for word, reach := range map[string]int{" what ": maxWhat, " which ": maxWhich} {
		_, after, _ := strings.Cut(clause, word)
		words := strings.Fields(after)
		if kinds := nounKinds(" " + strings.Join(words[:min(len(words), reach)], " ") + " "); kinds != nil {
			return kinds
		}
	}
	return nil
}

// nounKinds gives the kinds of the measured nouns among the words of clause. Beside a share the others only describe it (tax
// rate), unless the question lists several.
func nounKinds(clause string) []Kind {
	var kinds []Kind
	for _, word := range shares.words {
		if strings.Contains(clause, " "+word+" ") {
			kinds = slices.Clone(shares.kinds)
			break
		}
	}
	if kinds != nil && !strings.Contains(clause, " and ") {
		return kinds
	}
	for _, noun := range measuredNouns {
		for _, word := range noun.words {
			if strings.Contains(clause, " "+word+" ") {
				kinds = append(kinds, noun.kinds...)
				break
			}
		}
	}
	return kinds
}
