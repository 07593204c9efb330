package corpus

import (
	"math"
	"strings"

	"lvgu/index/figures"
)

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
		if (a.AsOf == "" || len(a.Sources) == 0) && countFigures(a.Text) > 0 && !strings.Contains(a.Text, placeholderMark) {
			p.fault(a.Line, RuleFigure, "有数字，却没有来源或截至日期", "在页首写 asOf 和 sources，或在标题后写 asof、source")
		}
	}
}

// checkTwinFigures looks whether an English page's amounts are those of the Chinese one: 471.78亿元 has been published as
// 471.78 billion. Counts, dates and areas are left out; English words them in too many ways to be sure.
func (f *folder) checkTwinFigures(en *page) {
	zh := f.byPath[twinPath(en.path)]
	if en.doc.Lang != English || zh == nil || en.doc.Lagging {
		return
	}
	twins := map[string]*Passage{}
	for _, z := range zh.passages {
		twins[English+strings.TrimPrefix(z.ID, Chinese)] = z
	}
	for _, a := range en.passages {
		twin := twins[a.ID]
		if twin == nil {
			continue
		}
		for _, figure := range figures.Missing(a.Text, twin.Heading+"\n"+twin.Text) {
			if comparable(figure) {
				en.warn(en.locate(figure.Text, a.Line), RuleTwinFigure, "“"+figure.Text+"”不在中文页的这一段里", "核对数值和单位（亿元是 100 million）")
			}
		}
	}
}

// comparable reports whether a figure of an English text must stand in the Chinese one as a figure, too. Round powers of ten
// often translate a word: 百亿级 is "of the 10-billion-yuan class".
func comparable(f figures.Figure) bool {
	if f.Kind != figures.Money && f.Kind != figures.Percent || !strings.ContainsAny(f.Text, "0123456789") {
		return false
	}
	log := math.Log10(math.Abs(f.Value))
	return f.Kind == figures.Percent || log != math.Trunc(log)
}
