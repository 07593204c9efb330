package site

import (
	"context"
	"fmt"
	"html/template"
	"strings"

	"github.com/gohugoio/hugo/resources/page"
)

// A form is markup that many pages share but for some words: a template makes it once, with blanks in it, and Fill fills
// them in on each page, for a fraction of what the template would take. The template is not given a page, but only what
// the form depends on, whose Key is also that of partialCached.
//
// A blank is written ${name} or ${name:argument}. Text goes in escaped; what is of type template.HTML goes in as it is.

// blanks finds what goes into a blank, or nil where there is no blank of that name.
type blanks func(name, argument string) any

// filler has something for the blanks of the forms that are made for it.
type filler interface {
	blank(name, argument string) any
}

// Fill fills in a form: with what is named in pairs, else with what the page or the part of a page has. A blank that
// neither knows is an error.
func (functions) Fill(ctx context.Context, form template.HTML, of any, pairs ...any) (template.HTML, error) {
	var out strings.Builder
	if err := fill(ctx, &out, form, of, pairs); err != nil {
		return "", err
	}
	return template.HTML(out.String()), nil
}

// blanksRoom is what the words in the blanks of a form take, most often, in bytes.
const blanksRoom = 1 << 9

func fill(ctx context.Context, out *strings.Builder, form template.HTML, of any, pairs []any) error {
	known, err := blanksOf(ctx, of)
	if err != nil {
		return err
	}
	out.Grow(len(form) + blanksRoom)
	for rest := string(form); ; {
		before, after, found := strings.Cut(rest, "${")
		out.WriteString(before)
		if !found {
			return nil
		}
		blank, after, _ := strings.Cut(after, "}")
		name, argument, _ := strings.Cut(blank, ":")
		value := named(pairs, name)
		if value == nil {
			value = known(name, argument)
		}
		if value == nil {
			return fmt.Errorf("a form has the blank %q, which %T does not fill", blank, of)
		}
		out.WriteString(escaped(value))
		rest = after
	}
}

// named is the value that follows a name in pairs, or nil.
func named(pairs []any, name string) any {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return nil
}

func escaped(value any) string {
	switch v := value.(type) {
	case template.HTML:
		return string(v)
	case template.JS: // in a block of data
		return string(v)
	case string:
		return template.HTMLEscapeString(v)
	}
	return template.HTMLEscapeString(fmt.Sprint(value))
}

func blanksOf(ctx context.Context, of any) (blanks, error) {
	switch v := of.(type) {
	case page.Page:
		return func(name, argument string) any { return pageBlank(ctx, v, name, argument) }, nil
	case filler:
		return v.blank, nil
	case nil: // all that there is stands in pairs
		return func(string, string) any { return nil }, nil
	}
	return nil, fmt.Errorf("%T fills no form", of)
}
