package assistant

import (
	"embed"
	"strings"
	"text/template"

	"lvgu/assistant/llm"
)

//go:embed prompts
var promptFiles embed.FS

var prompts = template.Must(template.ParseFS(promptFiles, "prompts/*.tmpl"))

// Defaults of a completion: room for three sentences, kept close to the passages.
const (
	DefaultMaxTokens   = 600
	DefaultTemperature = 0.1
)

// fence keeps a passage or a question from closing the marks that hold it as data.
var fence = strings.NewReplacer("<", "‹", ">", "›", `"`, "”")

// prompt is the request that asks a model to word an answer from sources.
func prompt(question, lang string, sources []Source) (llm.Request, error) {
	fenced := make([]Source, len(sources))
	for i, s := range sources {
		fenced[i] = Source{N: s.N, Title: fence.Replace(s.Title), Section: fence.Replace(s.Section), Status: s.Status, Passage: fence.Replace(s.Passage)}
	}
	return request("system."+lang+".tmpl", "user.tmpl", struct {
		Sources  []Source
		Question string
	}{fenced, fence.Replace(question)})
}

// rewriting is the request that asks a model for a follow-up question in full.
func rewriting(question, lang string, history []Turn) (llm.Request, error) {
	fenced := make([]Turn, len(history))
	for i, turn := range history {
		fenced[i] = Turn{fence.Replace(turn.Question), fence.Replace(turn.Answer)}
	}
	r, err := request("rewrite."+lang+".tmpl", "followup.tmpl", struct {
		History  []Turn
		Question string
	}{fenced, fence.Replace(question)})
	r.MaxTokens = rewriteTokens
	return r, err
}

// request fills in a system prompt and the data under it.
func request(system, user string, data any) (llm.Request, error) {
	var rules, matter strings.Builder
	if err := prompts.ExecuteTemplate(&rules, system, nil); err != nil {
		return llm.Request{}, err
	}
	if err := prompts.ExecuteTemplate(&matter, user, data); err != nil {
		return llm.Request{}, err
	}
	return llm.Request{Messages: []llm.Message{{Role: llm.System, Content: rules.String()}, {Role: llm.User, Content: matter.String()}}}, nil
}

// Instructions are the rules that a model is given in a language. They hold no secret, and are still not an answer.
func Instructions(lang string) string {
	var b strings.Builder
	for _, name := range []string{"system.", "rewrite."} {
		_ = prompts.ExecuteTemplate(&b, name+lang+".tmpl", nil) // no data: what parsed also executes
	}
	return b.String()
}
