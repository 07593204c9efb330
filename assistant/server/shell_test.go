package server

import (
	"net/http/httptest"
	"strings"
	"testing"
)

// TestShellValue checks that the question gets into the input however the minifier left it.
func TestShellValue(t *testing.T) {
	for _, input := range []string{
		`<input data-lvgu-q value="">`,
		`<input data-lvgu-q value>`,
		`<input data-lvgu-q>`,
	} {
		s := shell{page: "<html>" + input + askMarker + "</html>", marker: askMarker}
		w := httptest.NewRecorder()
		s.write(w, 200, `"1" & data-lvgu-q `+askMarker, "<p>x</p>")
		want := `<html><input data-lvgu-q value="&#34;1&#34; &amp; data-lvgu-q &lt;!--lvgu:ask--&gt;"><p>x</p></html>`
		if got := w.Body.String(); got != want {
			t.Errorf("page with %s = %s, want %s", input, got, want)
		}
		if got := strings.Count(w.Body.String(), "<p>x</p>"); got != 1 {
			t.Errorf("the fragment stands %d times, want once", got)
		}
	}
}
