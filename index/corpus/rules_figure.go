package corpus

import (
	"regexp"
	"strings"
)

var number = regexp.MustCompile(`\d[\d,.]*[%％]?`)

// missingFigures returns the figures of a statement that a passage does not hold.
func missingFigures(statement, passage string) []string {
	var missing []string
	for _, n := range number.FindAllString(statement, -1) {
		if !strings.Contains(passage, strings.TrimRight(n, ",.")) {
			missing = append(missing, n)
		}
	}
	return missing
}

// checkFigures looks whether every figure can be dated and traced.
func (p *page) checkFigures() {
	for _, a := range p.passages {
		if (a.AsOf == "" || len(a.Sources) == 0) && number.MatchString(a.Text) {
			p.fault(a.Line, RuleFigure, "有数字，却没有来源或截至日期", "在页首写 asOf 和 sources，或在标题后写 asof、source")
		}
	}
}

// countFigures is how many figures a text holds.
func countFigures(text string) int { return len(number.FindAllString(text, -1)) }
