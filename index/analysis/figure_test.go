package analysis

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFigures(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"三十亿", []string{"3000000000"}},
		{"30 亿元", []string{"3000000000"}},
		{"2.1万平方米", []string{"21000"}},
		{"50万", []string{"500000"}},
		{"一千二百零五", []string{"1205"}},
		{"二〇二一年", []string{"2021"}},
		{"百分之二十", []string{"20"}},
		{"浙政发〔2021〕5号", []string{"政发2021-5"}},
		{"丽政办发[2021]12号", []string{"办发2021-12"}},
		{"2021年5月", nil},
		{"一个", nil},
		{"", nil},
		{strings.Repeat("亿", 100), nil},
	} {
		var got []string
		for _, term := range Figures(Tokenize(tc.text)) {
			got = append(got, term.Text)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("Figures(%.30q) (-want +got)\n%s", tc.text, diff)
		}
	}
}
