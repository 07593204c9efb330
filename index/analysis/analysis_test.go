package analysis

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokenize(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []Token
	}{
		{"chinese", "飞地，2.1万", []Token{{Character, "飞", 0, 3, false, true}, {Character, "地", 3, 6, true, false}, {Number, "2.1", 9, 12, false, false}, {Character, "万", 12, 15, true, false}}},
		{"traditional", "飛地", []Token{{Character, "飞", 0, 3, false, true}, {Character, "地", 3, 6, true, false}}},
		{"full width", "ＡＢＣ１２", []Token{{Word, "abc12", 0, 15, false, true}}},
		{"accent", "Café", []Token{{Word, "café"[:3] + "e", 0, 5, false, true}}},
		{"accent apart", "Cafe\u0301s", []Token{{Word, "cafe", 0, 7, false, true}}},
		{"thousands", "21,000 m²", []Token{{Number, "21000", 0, 6, false, true}, {Word, "m2", 7, 10, true, false}}},
		{"stem", "policies", []Token{{Word, "polici", 0, 8, false, true}}},
		{"apostrophe", "zone's", []Token{{Word, "zone", 0, 4, false, true}, {Word, "s", 5, 6, false, false}}},
		{"invalid bytes", "a\xff\xfeb", []Token{{Word, "a", 0, 1, false, true}, {Word, "b", 3, 4, false, false}}},
		{"space joins", "飞 地", []Token{{Character, "飞", 0, 3, false, true}, {Character, "地", 4, 7, true, false}}},
		{"sentence", "飞。地", []Token{{Character, "飞", 0, 3, false, true}, {Character, "地", 6, 9, false, true}}},
		{"emoji", "😀a", []Token{{Word, "a", 4, 5, false, true}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, Tokenize(tc.text)); diff != "" {
				t.Errorf("Tokenize(%q) (-want +got)\n%s", tc.text, diff)
			}
		})
	}
}

func TestTerms(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []Term
	}{
		{"飞地图", []Term{{"飞", 0, 3, true}, {"飞地", 0, 6, false}, {"地", 3, 6, true}, {"地图", 3, 9, false}, {"图", 6, 9, true}}},
		{"飞，地", []Term{{"飞", 0, 3, false}, {"地", 6, 9, false}}},
		{"5G 基站", []Term{{"5g", 0, 2, false}, {"基", 3, 6, true}, {"基站", 3, 9, false}, {"站", 6, 9, true}}},
	} {
		if diff := cmp.Diff(tc.want, Terms(Tokenize(tc.text))); diff != "" {
			t.Errorf("Terms(%q) (-want +got)\n%s", tc.text, diff)
		}
	}
}

func TestSubject(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"上海张江飞地有多大？", "上海张江飞地"},
		{"请问有哪些补贴", "补贴"},
		{"什么", "什么"},
		{"How large is the Zhangjiang offsite zone?", "larg|zhangjiang|offsit|zone"},
		{"", ""},
	} {
		got := ""
		for i, tok := range Subject(Tokenize(tc.text)) {
			if i > 0 && tok.Kind != Character {
				got += "|"
			}
			got += tok.Text
		}
		if got != tc.want {
			t.Errorf("Subject(%q) = %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestRegister(t *testing.T) {
	for range 2 {
		if err := Register(); err != nil {
			t.Fatal(err)
		}
	}
	stream := Analyzer{}.Analyze([]byte("飞地"))
	if len(stream) != 3 || string(stream[1].Term) != "飞地" || stream[1].Position != 2 {
		t.Errorf("Analyze(飞地) = %v", stream)
	}
}
