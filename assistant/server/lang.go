package server

import (
	"net/http"
	"strings"

	"golang.org/x/text/language"
)

// The languages of the site.
const (
	chinese = "zh"
	english = "en"
)

// languages matches what a browser asks for; the first is the fallback.
var languages = language.NewMatcher([]language.Tag{language.Chinese, language.English})

// visitorLang is the language in which to speak to the sender of r, where the request itself does not say: that of
// the page asked for, then the query's lang, then the browser's, then Chinese.
func visitorLang(r *http.Request) string {
	if r.URL.Path == "/en" || strings.HasPrefix(r.URL.Path, "/en/") {
		return english
	}
	if lang := r.URL.Query().Get("lang"); lang == chinese || lang == english {
		return lang
	}
	if !strings.HasPrefix(r.URL.Path, "/api/") {
		return chinese // a page outside /en/ is Chinese whatever the browser prefers
	}
	return acceptedLang(r.Header.Get("Accept-Language"))
}

// acceptedLang is the language of an Accept-Language header; Chinese when it names neither or is malformed.
func acceptedLang(header string) string {
	tags, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return chinese
	}
	if _, i, confidence := languages.Match(tags...); confidence > language.No && i == 1 {
		return english
	}
	return chinese
}
