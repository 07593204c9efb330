package plain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/importer/block"
	"lvgu/index/importer/plain"
)

func TestRead(t *testing.T) {
	full := strings.Repeat("字", 20)
	short := strings.Repeat("字", 19)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a line is a paragraph", "第一条　为了\r\n\r\n  第二条\t依照\u200b\n", []string{"第一条 为了", "第二条 依照"}},
		{"wrapped", strings.Repeat("　　"+full[:54]+"\n"+full+"\n"+short+"\n末。\n", 3), []string{full[:54] + full + short + "末。", full[:54] + full + short + "末。", full[:54] + full + short + "末。"}},
		{"wrapped, Latin", strings.Repeat(strings.Repeat("word", 5)+"\n", 7) + "end.", []string{strings.TrimSuffix(strings.Repeat(strings.Repeat("word", 5)+" ", 7), " ") + " end."}},
		{"a list of short lines", strings.Repeat("十五个字以内的短行\n", 9), strings.Split(strings.Repeat("十五个字以内的短行\n", 9)[:9*28-1], "\n")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := plain.Read([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range doc.Blocks {
				got = append(got, b.Text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{"\n \u3000": block.CodeEmpty, "\xff\xff\xff": block.CodeEncoding} {
		doc, err := plain.Read([]byte(text))
		fault, ok := errors.AsType[*block.Fault](err)
		if !ok || fault.Code != want || doc != nil {
			t.Errorf("Read(%q) = %+v, %v, want a fault with code %q", text, doc, err, want)
		}
	}
}
