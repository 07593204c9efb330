package assistant

import (
	"math"
	"strconv"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// areaUnit is a unit of area that a visitor may want an area in.
type areaUnit struct {
	asked  phrasing
	unit   string // of index/figures
	zh, en string
}

var areaUnits = []areaUnit{
	{newPhrasing("", `(?i)\b(in|many|to)\s+mu\b`, markedBy("亩", `(多少|几|成|为)\s*个?\s*亩`)), "mu", "亩", "mu"},
	{newPhrasing("", `(?i)\b(in|many|to)\s+(square met(re|er)s|m2|m²|sqm)\b`, markedBy("平", `(多少|几|成|为)\s*平(方米?|米)`), markedBy("㎡", `(多少|几|成|为)\s*㎡`)), "m2", "平方米", "m²"},
	{newPhrasing("", `(?i)\b(in|many|to)\s+hectares?\b`, markedBy("公顷", `(多少|几|成|为)\s*公顷`)), "ha", "公顷", "hectares"},
}

// conversionAsked is the unit of area that a question asks for, nil when it asks for none.
func conversionAsked(text string) *areaUnit {
	for i := range areaUnits {
		if areaUnits[i].asked.in(text) {
			return &areaUnits[i]
		}
	}
	return nil
}

// convert notes what the areas quoted first are in the unit that the question asks for. It converts nothing where they stand in
// it already, and nothing that was not asked for.
func (d *draft) convert(q inquiry, chosen []statement) {
	unit := conversionAsked(q.text)
	if unit == nil {
		return
	}
	found := figures.Find(chosen[0].text)
	for _, f := range found {
		if f.Kind == figures.Area && f.Unit == unit.unit {
			return
		}
	}
	for _, f := range found {
		if f.Kind != figures.Area {
			continue
		}
		to, ok := figures.Convert(f, unit.unit)
		if !ok || to.Value != to.High {
			continue
		}
		name := unit.zh
		if d.answer.Lang == corpus.English {
			name = unit.en
		}
		d.notice(NoticeConversion, d.texts.conversion(f.Text, rounded(to.Value)+" "+name))
		return
	}
}

// rounded writes a value with as many decimals as a conversion is worth.
func rounded(v float64) string {
	if v >= 100 {
		return strconv.FormatFloat(math.Round(v), 'f', -1, 64)
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
