package journal

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A rule says how many of the groups, from the first, are one number of a person; zero when they are none.
type rule func(text string, groups []group) int

// rules, the surest first: what one took is closed to the next.
var rules = []rule{identity, mobile, card, international, landline, announced, account, unknown}

// mobile is a Chinese mobile number however it is grouped, with its country code or the zero of a trunk call.
func mobile(_ string, groups []group) int {
	return longest(groups, func(_ int, digits string) bool {
		if len(digits) < 11 {
			return false
		}
		prefix, own := digits[:len(digits)-11], digits[len(digits)-11:]
		switch prefix {
		case "", "0", "86", "086", "0086":
			return own[0] == '1' && own[1] >= '3'
		}
		return false
	})
}

// identity is a citizen's number: 18 characters with a day of birth, written without separators, in its three parts, or
// in any groups with a right check digit.
func identity(_ string, groups []group) int {
	return longest(groups, func(n int, digits string) bool {
		if groups[n-1].check > groups[n-1].end {
			digits += "X"
		}
		parts := n == 3 && len(groups[0].digits) == 6 && len(groups[1].digits) == 8
		return len(digits) == 18 && bornPlausibly(digits[6:14]) && (n == 1 || parts || checksIdentity(digits))
	})
}

// bornPlausibly says whether yyyymmdd is a day on which someone alive was born.
func bornPlausibly(day string) bool {
	_, err := time.Parse("20060102", day)
	return err == nil && "1900" <= day[:4] && day[:4] < "2100"
}

// checksIdentity computes the check digit of GB 11643 (ISO 7064, MOD 11-2).
func checksIdentity(digits string) bool {
	rest := 0
	for _, d := range []byte(digits[:17]) {
		rest = (rest + int(d-'0')) * 2 % 11
	}
	return digits[17] == "10X98765432"[rest]
}

// card is a bank card's number in groups. One written without separators is an account.
func card(_ string, groups []group) int {
	return longest(groups, func(n int, digits string) bool {
		for _, g := range groups[:n-1] {
			if len(g.digits) < 3 {
				return false
			}
		}
		return n > 1 && len(digits) >= 13 && strings.Contains("34569", digits[:1]) && checksCard(digits)
	})
}

// checksCard computes the check digit of ISO 7812 (Luhn).
func checksCard(digits string) bool {
	total := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		total += d
	}
	return total%10 == 0
}

// international is a number behind a plus sign: seven digits to fifteen, as E.164 has it.
func international(text string, groups []group) int {
	if plusBefore(text, groups[0].start) == groups[0].start || groups[0].digits[0] == '0' {
		return 0 // no sign, or a time zone's
	}
	return longest(groups, func(_ int, digits string) bool { return 7 <= len(digits) && len(digits) <= 15 })
}

// landline is a number with an area or a country code, or a service number in its usual groups.
func landline(text string, groups []group) int {
	first := groups[0].digits
	return longest(groups, func(n int, digits string) bool {
		last := groups[n-1].digits
		switch {
		case strings.HasPrefix(first, "0") && len(first) >= 3:
			return 10 <= len(digits) && (len(digits) <= 12 || strings.HasPrefix(first, "00") && len(digits) <= 15)
		case n == 1:
			return false
		case first == "86":
			return 10 <= len(digits) && len(digits) <= 13 && len(last) >= 7
		case spacedOnly(groups[1:n]):
			return false // a row of amounts
		default:
			return (len(digits) == 10 || len(digits) == 11) && grouped.MatchString(sizes(groups[:n]))
		}
	})
}

// grouped are the sizes of the groups in which telephone numbers without a code are written.
var grouped = regexp.MustCompile(`^(?:3-3-4|3-4-3|3-7|3-4-4|4-4-3|4-3-4)$`)

func sizes(groups []group) string {
	parts := make([]string, len(groups))
	for i, g := range groups {
		parts[i] = strconv.Itoa(len(g.digits))
	}
	return strings.Join(parts, "-")
}

func spacedOnly(groups []group) bool {
	for _, g := range groups {
		if strings.TrimSpace(g.before) != "" {
			return false
		}
	}
	return true
}

// announced is a number behind a word that says what it is.
func announced(text string, groups []group) int {
	least := 0
	if groups[0].before != "" {
		return 0 // digits stand between
	}
	switch prefix := before(text, groups[0]); {
	case telephone.MatchString(prefix):
		least = 7
	case document.MatchString(prefix):
		least = 6
	default:
		return 0
	}
	return longest(groups, func(n int, digits string) bool {
		return len(digits) >= least && !unit.MatchString(text[groups[n-1].end:])
	})
}

// account is a run of so many digits that no sum has it, unless it ends in zeros as sums do: bank accounts, cards,
// identity numbers of both lengths.
func account(text string, groups []group) int {
	digits := groups[0].digits
	round := strings.HasSuffix(digits, "000000") && len(digits) <= 15 && !checksCard(digits)
	if len(digits) < 12 || round || len(digits) <= 18 && isPublic(text, groups[0]) {
		return 0
	}
	return 1
}

// unknown is a bare run of nine to eleven digits that is neither round nor followed or preceded as a sum is: telephone
// numbers of other countries, passports, QQ numbers.
func unknown(text string, groups []group) int {
	g := groups[0]
	if len(g.digits) < 9 || len(g.digits) > 11 || strings.HasSuffix(g.digits, "000") ||
		unit.MatchString(text[g.end:]) || sum.MatchString(before(text, g)) || isPublic(text, g) {
		return 0
	}
	return 1
}

// isPublic says whether the number is one of a paper, a company or an official page.
func isPublic(text string, g group) bool {
	prefix := before(text, g)
	return public.MatchString(prefix) || official.MatchString(prefix)
}
