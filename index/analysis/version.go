package analysis

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// rules changes with what Tokenize, Terms and Figures make of a text.
const rules = "1"

// Version names what this package makes of a text: an index is only of use with the analysis that it was made by. What is
// asked for besides a query's own words is no part of it.
var Version = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(rules + "\x00" + traditionalData))
	return hex.EncodeToString(sum[:8])
})
