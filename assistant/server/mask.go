package server

import "regexp"

// personal matches what points to a person: e-mail addresses, and runs of seven or more digits with the separators that
// people put in, which are telephone, identity and bank card numbers. Sums of money are written shorter or with units.
var personal = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d(?:[ -]?\d){6,}[xX]?`)

// mask replaces personal data in a text that is kept.
func mask(text string) string { return personal.ReplaceAllString(text, "***") }
