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

// What a completion may cost, and how freely it may word: three sentences, kept close to the passages.
const (
	maxTokens   = 600
	temperature = 0.1
)

// fence keeps a passage or a question from closing the marks that hold it as data.
var fence = strings.NewReplacer("<", "‹", ">", "›")

// prompt is the request that asks a model to word an answer from sources.
func prompt(question, lang string, sources []Source) (llm.Request, error) {
	fenced := make([]Source, len(sources))
	for i, s := range sources {
		fenced[i] = Source{N: s.N, Title: fence.Replace(s.Title), Section: fence.Replace(s.Section), Passage: fence.Replace(s.Passage)}
	}
	var system, user strings.Builder
	if err := prompts.ExecuteTemplate(&system, "system."+lang+".tmpl", nil); err != nil {
		return llm.Request{}, err
	}
	data := struct {
		Sources  []Source
		Question string
	}{fenced, fence.Replace(question)}
	if err := prompts.ExecuteTemplate(&user, "user.tmpl", data); err != nil {
		return llm.Request{}, err
	}
	return llm.Request{
		Messages:    []llm.Message{{Role: llm.System, Content: system.String()}, {Role: llm.User, Content: user.String()}},
		MaxTokens:   maxTokens,
		Temperature: temperature,
	}, nil
}
