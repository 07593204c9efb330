package figures

import (
	"slices"
	"strings"
)

// symbolUnit is a unit's symbol. Case matters: m is a metre, M is not.
type symbolUnit struct {
	text string
	unit
	sign bool // letters may follow it: %, ㎡
}

// symbolAt reads the longest symbol at i.
func symbolAt(text string, i int) (unit, int) {
	for _, u := range symbols[text[i]] {
		if !hasAt(text, i, u.text) {
			continue
		}
		end := i + len(u.text)
		if !u.sign && (isLetter(text, end) || isDigit(text, end) || u.kind == Money && isDigit(text, skipSpace(text, end))) {
			continue // a currency's code before digits is theirs
		}
		return u.unit, end
	}
	return unit{}, i
}

var symbols = symbolTable(
	sign(Percent, "%", 0, "%", "％"), sign(Percent, "%", -1, "‰"), sign(Percent, "%", -2, "‱"),
	sign(Area, "m2", 0, "㎡", "m²", "m^2"), sign(Area, "km2", 0, "km²", "㎢", "km^2"), sign(Quantity, "m3", 0, "m³", "㎥"),
	sign(Quantity, "°C", 0, "℃", "°C"), sign(Length, "um", 0, "μm", "µm"), sign(Money, "CNY", 0, "￥"),
	letters(Area, "m2", "m2", "sqm", "sq.m"), letters(Area, "km2", "km2"), letters(Quantity, "m3", "m3"), letters(Area, "ha", "ha"),
	letters(Length, "m", "m"), letters(Length, "km", "km"), letters(Length, "cm", "cm"), letters(Length, "mm", "mm"),
	letters(Length, "um", "um"), letters(Length, "nm", "nm"), letters(Length, "ft", "ft"),
	letters(Weight, "t", "t"), letters(Weight, "kg", "kg"), letters(Weight, "g", "g"),
	letters(Quantity, "kWh", "kWh", "kwh", "KWH"), letters(Quantity, "MWh", "MWh"), letters(Quantity, "GWh", "GWh"),
	letters(Quantity, "kW", "kW"), letters(Quantity, "MW", "MW"), letters(Quantity, "GW", "GW"), letters(Quantity, "kV", "kV"), letters(Quantity, "kVA", "kVA"),
	letters(Quantity, "L", "L"), letters(Quantity, "mL", "mL", "ml"), letters(Quantity, "GB", "GB"), letters(Quantity, "TB", "TB"), letters(Quantity, "MB", "MB"),
	letters(Duration, "hour", "h"), letters(Ratio, "x", "x"), letters(Quantity, "bp", "bp", "bps"), letters(Percent, "pp", "pp"),
	letters(Money, "CNY", "RMB", "CNY"), letters(Money, "USD", "USD"), letters(Money, "HKD", "HKD"), letters(Money, "EUR", "EUR"),
)

func sign(kind Kind, name string, exp int, texts ...string) []symbolUnit {
	units := letters(kind, name, texts...)
	for i := range units {
		units[i].exp, units[i].sign = exp, true
	}
	return units
}

func letters(kind Kind, name string, texts ...string) []symbolUnit {
	units := make([]symbolUnit, len(texts))
	for i, text := range texts {
		units[i] = symbolUnit{text: text, unit: unit{kind: kind, name: name}}
	}
	return units
}

func symbolTable(lists ...[]symbolUnit) *[256][]symbolUnit {
	var table [256][]symbolUnit
	for _, list := range lists {
		for _, u := range list {
			table[u.text[0]] = append(table[u.text[0]], u)
		}
	}
	for _, units := range table {
		slices.SortStableFunc(units, func(a, b symbolUnit) int { return len(b.text) - len(a.text) })
	}
	return &table
}

// maxUnitWords is the longest unit: tonnes of standard coal.
const maxUnitWords = 4

// wordUnitAt reads an English unit of up to maxUnitWords words at i; lower is the text in lower case.
func wordUnitAt(lower string, i int) (unit, int) {
	var ends [maxUnitWords]int
	words := 0
	for at := i; words < len(ends); words++ {
		end := wordEnd(lower, at)
		if end == at {
			break
		}
		ends[words] = end
		if end >= len(lower) || lower[end] != ' ' && lower[end] != '-' {
			words++
			break
		}
		at = end + 1
	}
	for ; words > 0; words-- {
		end := ends[words-1]
		if u, ok := wordUnits[lower[i:end]]; ok && !isDigit(lower, end) {
			return u, end
		}
	}
	return unit{}, i
}

var wordUnits = wordTable(map[string]unit{
	"yuan": {kind: Money, name: "CNY"}, "renminbi": {kind: Money, name: "CNY"}, "rmb yuan": {kind: Money, name: "CNY"}, "yuan rmb": {kind: Money, name: "CNY"},
	"us dollar": {kind: Money, name: "USD"}, "dollar": {kind: Money, name: "USD"}, "euro": {kind: Money, name: "EUR"},
	"hong kong dollar": {kind: Money, name: "HKD"}, "hk dollar": {kind: Money, name: "HKD"}, "japanese yen": {kind: Money, name: "JPY"},
	"percent": {kind: Percent, name: "%"}, "per cent": {kind: Percent, name: "%"}, "pct": {kind: Percent, name: "%"},
	"percentage point": {kind: Percent, name: "pp"}, "basis point": {kind: Quantity, name: "bp"},
	"square metre": {kind: Area, name: "m2"}, "square meter": {kind: Area, name: "m2"}, "sq m": {kind: Area, name: "m2"},
	"square kilometre": {kind: Area, name: "km2"}, "square kilometer": {kind: Area, name: "km2"}, "sq km": {kind: Area, name: "km2"},
	"hectare": {kind: Area, name: "ha"}, "acre": {kind: Area, name: "acre"}, "mu": {kind: Area, name: "mu"}, "mus": {kind: Area, name: "mu"},
	"square foot": {kind: Area, name: "ft2"}, "square feet": {kind: Area, name: "ft2"}, "sq ft": {kind: Area, name: "ft2"},
	"metre": {kind: Length, name: "m"}, "meter": {kind: Length, name: "m"}, "kilometre": {kind: Length, name: "km"}, "kilometer": {kind: Length, name: "km"},
	"millimetre": {kind: Length, name: "mm"}, "millimeter": {kind: Length, name: "mm"}, "centimetre": {kind: Length, name: "cm"}, "centimeter": {kind: Length, name: "cm"},
	"micrometre": {kind: Length, name: "um"}, "micrometer": {kind: Length, name: "um"}, "micron": {kind: Length, name: "um"},
	"nanometre": {kind: Length, name: "nm"}, "nanometer": {kind: Length, name: "nm"}, "inch": {kind: Length, name: "in"}, "inches": {kind: Length, name: "in"},
	"foot": {kind: Length, name: "ft"}, "feet": {kind: Length, name: "ft"}, "mile": {kind: Length, name: "mile"},
	"tonnes of standard coal": {kind: Weight, name: "tce"}, "tons of standard coal": {kind: Weight, name: "tce"}, "tonne": {kind: Weight, name: "t"}, "ton": {kind: Weight, name: "t"}, "metric ton": {kind: Weight, name: "t"},
	"kilogram": {kind: Weight, name: "kg"}, "kilogramme": {kind: Weight, name: "kg"}, "gram": {kind: Weight, name: "g"},
	"year": {kind: Duration, name: "year"}, "yr": {kind: Duration, name: "year"}, "month": {kind: Duration, name: "month"}, "day": {kind: Duration, name: "d"},
	"calendar day": {kind: Duration, name: "d"}, "calendar month": {kind: Duration, name: "month"}, "calendar year": {kind: Duration, name: "year"},
	"working day": {kind: Duration, name: "workday"}, "business day": {kind: Duration, name: "workday"}, "workday": {kind: Duration, name: "workday"},
	"week": {kind: Duration, name: "d", factor: 7}, "hour": {kind: Duration, name: "hour"}, "minute": {kind: Duration, name: "minute"},
	"second": {kind: Duration, name: "second"}, "quarter": {kind: Duration, name: "month", factor: 3}, "decade": {kind: Duration, name: "year", exp: 1},
	"kilowatt-hour": {kind: Quantity, name: "kWh"}, "kilowatt hour": {kind: Quantity, name: "kWh"}, "kilowatt": {kind: Quantity, name: "kW"},
	"megawatt": {kind: Quantity, name: "MW"}, "cubic metre": {kind: Quantity, name: "m3"}, "cubic meter": {kind: Quantity, name: "m3"},
	"litre": {kind: Quantity, name: "L"}, "liter": {kind: Quantity, name: "L"}, "km an hour": {kind: Quantity, name: "km/hour"}, "kmh": {kind: Quantity, name: "km/hour"},
	"times": {kind: Ratio, name: "x"}, "fold": {kind: Ratio, name: "x"}, "per mille": {kind: Percent, name: "%", exp: -1},
	"year old": {kind: Count, name: "岁"}, "years old": {kind: Count, name: "岁"}, "years of age": {kind: Count, name: "岁"},
})

// wordTable adds regular plurals.
func wordTable(units map[string]unit) map[string]unit {
	table := make(map[string]unit, 2*len(units))
	for text, u := range units {
		table[text] = u
		if !strings.HasSuffix(text, "s") {
			table[text+"s"] = u
		}
	}
	return table
}
