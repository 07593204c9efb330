package figures

// nouns are what English text counts, with the counter that Chinese text uses. A noun that takes several, or that is only
// another word for "thing", has 个, which stands for any.
var nouns = nounTable(map[string]string{
	"firm": "家", "company": "家", "enterprise": "家", "business": "家", "manufacturer": "家", "supplier": "家", "bank": "家", "startup": "家",
	"developer": "家", "investor": "家", "customer": "家", "hotel": "家", "hospital": "家", "incubator": "家", "institution": "家",
	"project": "项", "task": "项", "scheme": "项", "programme": "项", "program": "项", "patent": "项", "agreement": "项",
	"apartment": "套", "flat": "套", "home": "套", "set": "套",
	"person": "人", "people": "人", "employee": "人", "worker": "人", "talent": "人", "staff": "人", "expert": "人", "graduate": "人", "member": "人",
	"specialist": "人", "resident": "人", "student": "人", "entrepreneur": "人", "phd": "人", "doctorate": "人", "client": "人",
	"household": "户", "clause": "条", "measure": "条", "article": "条", "rule": "条", "record": "条",
	"plot": "块", "parcel": "块", "visit": "次", "time": "次", "wafer": "片", "machine": "台", "copy": "份", "contract": "份", "certificate": "证",
	"station": "站", "city": "城", "country": "国", "county": "县", "province": "省", "town": "镇", "village": "村", "peak": "座", "mountain": "座",
	"kind": "种", "type": "种", "category": "类", "class": "类", "grade": "等", "tier": "档", "point": "分", "chapter": "章", "building": "栋",
	"floor": "层", "passenger": "人次", "batch": "批", "phase": "期", "session": "届", "edition": "届", "round": "轮", "share": "股", "bed": "床", "team": "支",
	"unit": "个", "item": "个", "thing": "个", "place": "个", "site": "个", "zone": "个", "enclave": "个", "park": "个", "base": "个", "centre": "个",
	"center": "个", "fund": "个", "cluster": "个", "chain": "个", "job": "个", "post": "个", "position": "个", "stand": "个", "school": "个", "university": "个",
	"institute": "个", "stage": "个", "step": "个", "part": "个", "section": "个", "department": "个", "agency": "个", "platform": "个", "map": "个",
	"condition": "个", "case": "个", "level": "个", "field": "个", "sector": "个", "industry": "个", "region": "个", "area": "个", "district": "个",
	"standard": "个", "document": "个", "way": "个", "method": "个", "mode": "个", "target": "个", "plan": "个", "product": "个", "line": "个", "plant": "个",
	"factory": "个", "workshop": "个", "laboratory": "个", "lab": "个", "node": "个", "party": "个", "bracket": "个", "group": "个", "bid": "个", "order": "个",
}, map[string]string{
	"persons": "人", "personnel": "人", "phds": "人", "copies": "份", "citizens": "人", "deals": "项", "lives": "个",
})

// nounTable adds plurals; irregular holds those that no rule gives.
func nounTable(singular, irregular map[string]string) map[string]string {
	table := make(map[string]string, 2*len(singular)+len(irregular))
	for noun, name := range singular {
		table[noun] = name
		table[plural(noun)] = name
	}
	for noun, name := range irregular {
		table[noun] = name
	}
	return table
}

func plural(noun string) string {
	last, before := noun[len(noun)-1], noun[len(noun)-2]
	switch {
	case last == 'y' && before != 'a' && before != 'e' && before != 'o':
		return noun[:len(noun)-1] + "ies"
	case last == 's' || last == 'x' || last == 'h' && (before == 'c' || before == 's'):
		return noun + "es"
	}
	return noun + "s"
}

// maxAdjectives is how far behind a number its noun may stand: "22 new semiconductor firms".
const maxAdjectives = 3

// nounAt finds the noun that the number ending at i counts, past a few adjectives, in lower-cased text.
func nounAt(lower string, i int) (unit, int) {
	for range maxAdjectives + 1 {
		if i >= len(lower) || lower[i] != ' ' && lower[i] != '-' {
			break
		}
		i++
		end := wordEnd(lower, i)
		if end == i || stopWords[lower[i:end]] {
			break
		}
		if name, ok := nouns[lower[i:end]]; ok && !isDigit(lower, end) && (lower[end-1] == 's' || !compoundNoun(lower, end)) {
			return unit{kind: Count, name: name}, end
		}
		if _, ok := wordUnits[lower[i:end]]; ok {
			break
		}
		i = end
	}
	return unit{}, i
}

// compoundNoun reports whether the noun that ends at i only describes another one: talent in "240 talent apartments". A
// plural never does: "the five points investors ask about".
func compoundNoun(lower string, i int) bool {
	if i >= len(lower) || lower[i] != ' ' {
		return false
	}
	end := wordEnd(lower, i+1)
	_, ok := nouns[lower[i+1:end]]
	return ok
}

// stopWords end the search for a noun.
var stopWords = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "and": true, "or": true, "to": true, "in": true, "on": true, "at": true, "for": true, "by": true,
	"with": true, "from": true, "as": true, "than": true, "that": true, "which": true, "is": true, "are": true, "was": true, "were": true, "has": true,
	"have": true, "had": true, "be": true, "per": true, "its": true, "their": true, "this": true, "these": true, "those": true, "if": true, "but": true,
	"will": true, "shall": true, "may": true, "can": true, "not": true, "while": true, "when": true, "where": true, "after": true, "before": true,
	"within": true, "between": true, "into": true, "over": true, "under": true, "up": true, "down": true, "each": true, "every": true, "since": true,
	"until": true, "during": true, "against": true, "compared": true, "according": true, "it": true, "they": true, "we": true, "you": true,
}
