package pdf

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"lvgu/index/importer/block"
)

// pageNumber is a line that is nothing but the number of its page.
var pageNumber = regexp.MustCompile(`^[-—–－_·\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)?)[-—–－_·\s]*$`)

var digit = regexp.MustCompile(`\d+`)

// dropFurniture lists page numbers and running heads: the highest and the lowest lines of a page that are numbers, or that stand
// on half of the pages and more.
func dropFurniture(doc *block.Document, lines []line, pages int) []line {
	outer := outermost(lines)
	times := map[string]int{}
	for i, l := range lines {
		if outer[i] {
			times[plainText(l)]++
		}
	}
	var kept []line
	for i, l := range lines {
		repeated := pages > 2 && times[plainText(l)]*2 >= pages
		switch {
		case l.table != nil || !outer[i]:
			kept = append(kept, l)
		case pageNumber.MatchString(block.Squeeze(l.text)):
			doc.Leave("页码", l.text)
		case repeated:
			doc.Leave("页眉页脚", l.text)
		default:
			kept = append(kept, l)
		}
	}
	return kept
}

func plainText(l line) string {
	return digit.ReplaceAllString(strings.Join(strings.Fields(l.text), ""), "0")
}

// margin is how many lines at the top and at the bottom of a page may be furniture.
const margin = 2

// outermost marks the highest and the lowest lines of every page.
func outermost(lines []line) map[int]bool {
	byPage := map[int][]int{}
	for i, l := range lines {
		byPage[l.page] = append(byPage[l.page], i)
	}
	outer := map[int]bool{}
	for _, own := range byPage {
		slices.SortFunc(own, func(i, j int) int { return cmp.Compare(lines[j].box.bottom, lines[i].box.bottom) })
		for n, i := range own {
			outer[i] = n < margin || n >= len(own)-margin
		}
	}
	return outer
}
