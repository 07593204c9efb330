package site

import "fmt"

// facts is what the facts of a story depend on; Key is all of it in one string.
type facts struct {
	Company, Stage bool
	Cluster        any // its name
	Key            string
}

// Facts is what the facts of a story depend on.
func (functions) Facts(of any) (*facts, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	f := facts{Company: filled(p, "company"), Stage: filled(p, "stage"), Cluster: p.Params()["cluster"]}
	f.Key = fmt.Sprint(f)
	return &f, nil
}

// part is a milestone or a claim of a story; Key is all that its form depends on in one string.
type part struct {
	Date      any
	Figure    bool
	Statement *statement
	Key       string

	entry map[string]any
}

// blank is what a part of a story has for the blanks of a form.
func (m *part) blank(name, _ string) any {
	switch name {
	case "text":
		return either(m.entry["text"], "")
	case "figure":
		return functions{}.Quantity(m.entry["figure"])
	}
	return nil
}

// Parts are the milestones or the claims of a story, by their name in its front matter.
func (f functions) Parts(of any, name string) ([]*part, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	var all []*part
	for _, entry := range entries(p, name) {
		s, err := f.Statement(of, entry)
		if err != nil {
			return nil, err
		}
		m := part{Date: entry["date"], Figure: either(entry["figure"], nil) != nil, Statement: s, entry: entry}
		m.Key = fmt.Sprint(m.Date, m.Figure, s.Key)
		all = append(all, &m)
	}
	return all, nil
}
