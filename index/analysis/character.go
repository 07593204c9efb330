package analysis

import (
	"strings"
	"sync"
)

// ideographs holds every common character in order, so that the text of a character token is a slice of it and costs
// no allocation.
var ideographs = sync.OnceValue(func() string {
	var b strings.Builder
	b.Grow(3 * (0xA000 - 0x4E00))
	for r := rune(0x4E00); r < 0xA000; r++ {
		b.WriteRune(r)
	}
	return b.String()
})

func characterText(r rune) string {
	if 0x4E00 <= r && r < 0xA000 {
		at := 3 * int(r-0x4E00)
		return ideographs()[at : at+3]
	}
	return string(r)
}
