package site

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Error says why Hugo refused to build the site.
type Error struct {
	Faults []Fault // at least one
	cause  error
}

// Error lists the faults, one a line.
func (e *Error) Error() string {
	lines := make([]string, len(e.Faults))
	for i, fault := range e.Faults {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns Hugo's own error.
func (e *Error) Unwrap() error { return e.cause }

// Fault is one reason why the site could not be built.
type Fault struct {
	Path    string // relative to the content folder; of a template: "site/layouts/…"; empty where Hugo names none
	Line    int    // from 1; 0 where Hugo names none
	Message string
}

// String returns path:line: message, without the parts that are not known.
func (f Fault) String() string {
	switch {
	case f.Path == "":
		return f.Message
	case f.Line == 0:
		return fmt.Sprintf("%s: %s", f.Path, f.Message)
	}
	return fmt.Sprintf("%s:%d: %s", f.Path, f.Line, f.Message)
}

// maxFaults bounds an error's length: a page that all others link to, when it goes, is reported by each of them.
const maxFaults = 100

type messages struct {
	faults   []Fault
	warnings []string
}

// parseReport picks the warnings and the templates' faults out of what Hugo wrote.
func parseReport(report string, p *project) messages {
	var m messages
	for line := range strings.Lines(report) {
		line = strings.TrimSpace(line)
		if text, ok := strings.CutPrefix(line, "ERROR "); ok && len(m.faults) < maxFaults {
			m.faults = append(m.faults, p.fault(text))
		}
		if text, ok := strings.CutPrefix(line, "WARN "); ok {
			m.warnings = append(m.warnings, strings.TrimSpace(text))
		}
	}
	return m
}

func newError(faults []Fault, cause error, p *project) *Error {
	if len(faults) == 0 {
		for line := range strings.Lines(cause.Error()) {
			if fault, ok := p.hugoFault(line); ok && len(faults) < maxFaults {
				faults = append(faults, fault)
			}
		}
	}
	if len(faults) == 0 {
		text, _, _ := strings.Cut(cause.Error(), "\n")
		faults = []Fault{{Message: p.shorten(text)}}
	}
	return &Error{Faults: faults, cause: cause}
}

var (
	position = regexp.MustCompile(`"([^"\n]+):(\d+):\d+": `)
	rendered = regexp.MustCompile(`render of "([^"\n]+)" failed: `)
	executed = regexp.MustCompile(`.*at <[^>\n]*>: `)
)

// fault reads a message that begins with a position: "DIR/x.md:12:3": dead link.
func (p *project) fault(text string) Fault {
	at := position.FindStringSubmatchIndex(text)
	if at == nil {
		return Fault{Message: p.shorten(text)}
	}
	line, _ := strconv.Atoi(text[at[4]:at[5]]) // the pattern admits digits only; an absurd number is no line
	return Fault{Path: p.relative(text[at[2]:at[3]]), Line: line, Message: p.shorten(text[at[1]:])}
}

// hugoFault reads one line of Hugo's error, a chain of templates from the outermost in: its end says what went wrong,
// its beginning with which page.
func (p *project) hugoFault(text string) (Fault, bool) {
	all := position.FindAllStringSubmatchIndex(text, -1)
	if len(all) == 0 {
		return Fault{}, false
	}
	fault := p.fault(text[all[len(all)-1][0]:])
	fault.Message = strings.TrimSpace(executed.ReplaceAllString(fault.Message, ""))
	if page := rendered.FindStringSubmatch(text); page != nil && filepath.IsAbs(page[1]) {
		if path := p.relative(page[1]); path != fault.Path {
			fault.Message = fmt.Sprintf("%s (%s:%d)", fault.Message, fault.Path, fault.Line)
			fault.Path, fault.Line = path, 0
		}
	}
	return fault, true
}

// relative names a file as its author knows it.
func (p *project) relative(path string) string {
	if rest, ok := strings.CutPrefix(path, p.content+string(filepath.Separator)); ok {
		return filepath.ToSlash(rest)
	}
	if rest, ok := strings.CutPrefix(path, p.dir+string(filepath.Separator)); ok {
		return "site/" + filepath.ToSlash(rest)
	}
	return path
}

// shorten takes the folders of this build out of a message: they are gone when it is read.
func (p *project) shorten(text string) string {
	return strings.NewReplacer(p.content+string(filepath.Separator), "", p.dir, "site").Replace(text)
}
