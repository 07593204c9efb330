package corpus

import "lvgu/index/figures"

// missingFigures returns the figures of a statement that a passage does not hold, as the statement writes them.
func missingFigures(statement, passage string) []string {
	var missing []string
	for _, f := range figures.Missing(statement, passage) {
		missing = append(missing, f.Text)
	}
	return missing
}

// countFigures is how many figures a text states. Numbers of articles and documents and other identifiers are none.
func countFigures(text string) int {
	count := 0
	for _, f := range figures.Find(text) {
		switch f.Kind {
		case figures.Ordinal, figures.DocumentNumber, figures.Code:
		default:
			count++
		}
	}
	return count
}

// checkFigures looks whether every figure can be dated and traced.
func (p *page) checkFigures() {
	for _, a := range p.passages {
		if (a.AsOf == "" || len(a.Sources) == 0) && countFigures(a.Text) > 0 {
			p.fault(a.Line, RuleFigure, "有数字，却没有来源或截至日期", "在页首写 asOf 和 sources，或在标题后写 asof、source")
		}
	}
}
