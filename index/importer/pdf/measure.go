package pdf

import (
	"slices"
	"unicode"
)

// measures are the lengths by which paragraphs are told, in points.
type measures struct {
	em          float64 // the width of a character
	left, right float64 // of the text
	pitch       float64 // from line to line
}

// measure takes the measures of a document from its lines.
func measure(lines []line, pages []page) measures {
	var lefts, rights, pitches, ems []float64
	for i, l := range lines {
		if l.table != nil {
			continue
		}
		lefts, rights = append(lefts, l.box.left), append(rights, l.box.right)
		if i > 0 && lines[i-1].page == l.page && lines[i-1].box.bottom > l.box.bottom {
			pitches = append(pitches, lines[i-1].box.bottom-l.box.bottom)
		}
	}
	for _, p := range pages {
		for i := 1; i < len(p.chars); i++ {
			if step := p.chars[i].box.left - p.chars[i-1].box.left; step > 0 && han(p.chars[i]) && han(p.chars[i-1]) {
				ems = append(ems, step)
			}
		}
	}
	const usual = 12 // points: the size of Chinese body text is 10.5 to 16
	return measures{em: quantile(ems, 50, usual), left: quantile(lefts, 5, 0), right: quantile(rights, 95, 0), pitch: quantile(pitches, 50, 2*usual)}
}

func han(c char) bool {
	for _, r := range c.text {
		return unicode.Is(unicode.Han, r)
	}
	return false
}

// quantile is the value below which so many of a hundred lie.
func quantile(values []float64, percent int, otherwise float64) float64 {
	if len(values) == 0 {
		return otherwise
	}
	slices.Sort(values)
	return values[(len(values)-1)*percent/100]
}

// begins reports whether a line begins a paragraph: it is indented or centred, the line before is short, or the gap is wide.
func (m measures) begins(before, l line) bool {
	const wide = 1.7 // pitches
	indented := l.box.left > m.left+m.em
	short := before.box.right < m.right-2*m.em
	gap := before.page == l.page && before.box.bottom-l.box.bottom > wide*m.pitch
	back := before.page == l.page && before.box.bottom < l.box.bottom-m.em // a new column or frame
	return indented || short || gap || back
}

// centred reports whether a line stands in the middle, with room on both sides.
func (m measures) centred(l line) bool {
	const room = 2 // em
	middle := (m.left + m.right) / 2
	off := (l.box.left+l.box.right)/2 - middle
	return l.box.left > m.left+room*m.em && l.box.right < m.right-room*m.em && off < m.em && off > -m.em
}
