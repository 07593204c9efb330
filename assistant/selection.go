package assistant

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed selection.json
var selectionData []byte

// selection is what each feature counts in the choice of a sentence, in their order. It is learned on the public sets
// together, see cmd/lvgu's TestWriteSelection, which writes selection.json.
type selection []float64

// FeatureWeight is one feature's part of the choice.
type FeatureWeight struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
}

// newSelection reads weights. Features without one count nothing; a name that is no feature is an error.
func newSelection(data []byte) (selection, error) {
	var weights []FeatureWeight
	if err := json.Unmarshal(data, &weights); err != nil {
		return nil, fmt.Errorf("read selection: %w", err)
	}
	at := map[string]int{}
	for i, f := range features {
		at[f.name] = i
	}
	s := make(selection, len(features))
	for _, w := range weights {
		i, ok := at[w.Name]
		if !ok {
			return nil, fmt.Errorf("read selection: no feature %q", w.Name)
		}
		s[i] = w.Weight
	}
	return s, nil
}

// score is a sentence's place among the others that might answer: the higher the better.
func (s selection) score(v *sight) float64 {
	sum := 0.0
	for i, f := range features {
		if s[i] != 0 {
			sum += s[i] * f.of(v)
		}
	}
	return sum
}
