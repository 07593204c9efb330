package importer

import "strconv"

// anchors are the anchors that are taken in a page.
type anchors map[string]bool

// name makes the anchor of a section from its number and, where numbers begin anew, from what it stands in.
func (a anchors) name(s *section, above []*section) string {
	stem := stemOf(s, above)
	name := stem
	for i := 2; a[name]; i++ {
		name = stem + "-" + strconv.Itoa(i)
	}
	a[name] = true
	return name
}

func stemOf(s *section, above []*section) string {
	number := strconv.Itoa(s.mark.number)
	switch {
	case s.heading == attachmentsHeading:
		return "attachments"
	case s.heading == signatureHeading:
		return "signature"
	case s.rank == article && s.mark.extra > 0:
		return "art-" + number + "-" + strconv.Itoa(s.mark.extra)
	case s.rank == article:
		return "art-" + number
	case s.rank == annex && s.mark.number > 0:
		return "annex-" + number
	case s.rank == annex:
		return "annex"
	case s.mark.label == "":
		return "part"
	}
	switch s.rank {
	case part:
		return "part-" + number
	case subpart:
		return inside(above, part, "subpart-"+number)
	case chapter:
		return "ch-" + number
	case chunk:
		return inside(above, chapter, "s-"+number)
	case subitem:
		return inside(above, item, number)
	case point:
		return "point-" + number
	}
	return "item-" + number
}

// inside puts the anchor of the section of that rank in front; a subitem by itself is an item.
func inside(above []*section, r rank, name string) string {
	for i := len(above) - 1; i >= 0; i-- {
		if above[i].rank == r {
			return above[i].anchor + "-" + name
		}
	}
	if r == item {
		return "item-" + name
	}
	return name
}
