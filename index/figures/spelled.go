package figures

// spelledNumbers are the English number words.
var spelledNumbers = map[string]uint64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}

// spelledAt reports whether an English number word stands at i.
func spelledAt(lower string, i int) bool {
	word := lower[i:wordEnd(lower, i)]
	_, ok := spelledNumbers[word]
	return ok || word == "a"
}

// wordNumberAt reads twenty-one, two hundred and fifty. Thousand and more are scales, read by their caller.
func wordNumberAt(lower string, i int) (n number, end int, ok bool) {
	value, end, ok := below100At(lower, i)
	if !ok {
		return articleNumberAt(lower, i)
	}
	if next, found := wordAfter(lower, end, "hundred"); found && value < 10 {
		value, end = value*100, next
		at := end
		if next, found := wordAfter(lower, end, "and"); found {
			at = next
		}
		if at < len(lower) && lower[at] == ' ' {
			if rest, next, ok := below100At(lower, at+1); ok {
				value, end = value+rest, next
			}
		}
	}
	n = number{low: decimal{value, 0}, form: spelled}
	n.high = n.low
	return n, end, true
}

// articleNumberAt reads the "a" of "a million" and "a dozen" as one.
func articleNumberAt(lower string, i int) (n number, end int, ok bool) {
	end = wordEnd(lower, i)
	n = number{low: decimal{1, 0}, high: decimal{1, 0}, form: spelled}
	if lower[i:end] != "a" || !hasAt(lower, end, " ") {
		return n, end, false
	}
	next := wordEnd(lower, end+1)
	word := lower[end+1 : next]
	if word == "dozen" {
		n.low.mantissa, n.high.mantissa = 12, 12
		return n, next, true
	}
	return n, end, englishScales[word] > 0
}

func below100At(lower string, i int) (value uint64, end int, ok bool) {
	end = wordEnd(lower, i)
	value, ok = spelledNumbers[lower[i:end]]
	if ok && value >= 20 && end < len(lower) && (lower[end] == '-' || lower[end] == ' ') {
		next := wordEnd(lower, end+1)
		if ones, found := spelledNumbers[lower[end+1:next]]; found && ones > 0 && ones < 10 {
			return value + ones, next, true
		}
	}
	return value, end, ok
}

// wordAfter is the end of word when it stands behind one space at i.
func wordAfter(lower string, i int, word string) (int, bool) {
	if !hasAt(lower, i, " ") || !hasAt(lower, i+1, word) || isLetter(lower, i+1+len(word)) {
		return i, false
	}
	return i + 1 + len(word), true
}
