package assistant

// EventKind names an event of the stream.
type EventKind string

// The kinds of event, in the order in which they come: sources and then deltas, or declined; done is always last.
const (
	EventSources  EventKind = "sources"
	EventDelta    EventKind = "delta"
	EventDeclined EventKind = "declined"
	EventDone     EventKind = "done"
)

// Event is one step of an answer. Which fields are set depends on Kind: Sources for EventSources, Text for
// EventDelta, Answer for EventDeclined and EventDone.
type Event struct {
	Kind    EventKind
	Sources []Source
	// Generated says, with EventSources, that a model words the text that follows.
	Generated bool
	Text      string
	Answer    *Answer
}

type sourcesData struct {
	Sources   []Source `json:"sources"`
	Generated bool     `json:"generated,omitempty"`
}

type deltaData struct {
	Text string `json:"text"`
}

type declinedData struct {
	Text    string   `json:"text"`
	Nearest []Source `json:"nearest"`
	Contact Contact  `json:"contact"`
}

// Data is the value whose JSON is the event's line on the wire.
func (e Event) Data() any {
	switch e.Kind {
	case EventSources:
		return sourcesData{e.Sources, e.Generated}
	case EventDelta:
		return deltaData{e.Text}
	case EventDeclined:
		return declinedData{e.Answer.Text, e.Answer.Nearest, e.Answer.Contact}
	default:
		return e.Answer
	}
}
