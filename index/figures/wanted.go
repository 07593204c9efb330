package figures

import (
	"slices"
	"strings"
)

// amounts are the kinds that a bare 多少 may ask for.
var amounts = []Kind{Money, Percent, Ratio, Area, Length, Weight, Duration, Count, Quantity, Number}

// Wanted says which kinds of figure a Chinese or English question asks for, the likeliest first; ok is false when it asks
// for none. It is generous: 什么时候 wants a date but takes a term (签约后60日), 补多少 takes an amount, a share or a multiple, and
// a generic 多少 any amount. A question that asks for several things (有多少家企业？产值多少？) wants the kinds of all.
func Wanted(question string) (kinds []Kind, ok bool) {
	for _, clause := range strings.FieldsFunc(lowerASCII(question), func(r rune) bool { return in(r, "？?；;。!！\n") }) {
		for _, kind := range append(wantedHan(clause), wantedEnglish(clause)...) {
			if !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
		}
	}
	return kinds, len(kinds) > 0
}

// asking is wordings with the kinds that they ask for.
type asking struct {
	words []string
	kinds []Kind
}

func (a asking) in(clause string) bool { return hasAny(clause, a.words...) }

// firstOf gives the kinds of the first asking that fits, or else.
func firstOf(askings []asking, clause string, otherwise []Kind) []Kind {
	for _, a := range askings {
		if a.in(clause) {
			return a.kinds
		}
	}
	return otherwise
}

func hasAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(s, word) })
}
