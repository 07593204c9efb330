package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Fault is one place where the content breaks a rule. The reader is an author who does not program.
type Fault struct {
	Path    string // slash-separated, relative to the content root
	Line    int    // from 1
	Rule    string // one of the Rule constants
	Message string // what is wrong, in Chinese
	Fix     string // what to write instead, in Chinese; may be empty
	Warning bool   // worth a look, but no reason to refuse publication
	Anchor  string // of the clause that holds the line, where it has one
	URL     string // of the page; empty where the fault is of something that is no page
}

// String returns "path:line: message（fix）"; the message of a warning begins with 提醒.
func (f Fault) String() string {
	mark := ""
	if f.Warning {
		mark = "提醒："
	}
	if f.Fix == "" {
		return fmt.Sprintf("%s:%d: %s%s", f.Path, f.Line, mark, f.Message)
	}
	return fmt.Sprintf("%s:%d: %s%s（%s）", f.Path, f.Line, mark, f.Message, f.Fix)
}

// Error makes a Fault an error with the text of String.
func (f Fault) Error() string { return f.String() }

// Faults is what one run over the content found, ordered by path and line.
type Faults []Fault

// Err returns nil when there are only warnings, or else an error that joins every fault that is not one.
// errors.As finds the first Fault in it.
func (f Faults) Err() error {
	var errs []error
	for _, fault := range f {
		if !fault.Warning {
			errs = append(errs, fault)
		}
	}
	return errors.Join(errs...)
}

// sort orders the faults by path and line, and drops those that say the same of the same place: a rule that looks at
// twins meets some places twice.
func (f Faults) sort() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(f)
}
