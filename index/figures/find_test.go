package figures

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// findGolden holds one case a line: the text, " => ", its figures joined by "; ".
const findGolden = "testdata/find.txt"

// TestFind reads every line of the golden. A new case is a line with only its text; -update completes it, and the result is
// reviewed as code.
func TestFind(t *testing.T) {
	lines := goldenLines(t)
	for i, line := range lines {
		text, want, isCase := strings.Cut(line, " => ")
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		got := describe(Find(text))
		lines[i] = text + " => " + got
		if diff := cmp.Diff(want, got); !*update && (diff != "" || !isCase) {
			t.Errorf("%s:%d: Find(%q) (-want +got):\n%s", findGolden, i+1, text, diff)
		}
	}
	if !*update {
		return
	}
	if err := os.WriteFile(findGolden, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func goldenLines(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile(findGolden)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// describe writes figures as the golden does: kind, value, unit, bound, and the text where it is not the whole.
func describe(found []Figure) string {
	if len(found) == 0 {
		return "none"
	}
	parts := make([]string, len(found))
	for i, f := range found {
		parts[i] = describeOne(f)
	}
	return strings.Join(parts, "; ")
}

func describeOne(f Figure) string {
	words := []string{f.Kind.String()}
	switch {
	case f.Kind == Code:
	case f.Kind == Date:
		words = append(words, f.From.String())
	case f.Kind == Period:
		words = append(words, f.From.String()+".."+f.To.String())
	case f.Kind == DocumentNumber && f.From.Year > 0:
		words = append(words, fmt.Sprintf("%v/%v", f.From.Year, number64(f.Value)))
	case f.Value != f.High:
		words = append(words, number64(f.Value)+".."+number64(f.High))
	default:
		words = append(words, number64(f.Value))
	}
	if f.Unit != "" {
		words = append(words, f.Unit)
	}
	if f.Bound != Exact {
		words = append(words, f.Bound.String())
	}
	return strings.Join(words, " ") + " [" + f.Text + "]"
}

func number64(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.6f", v), "0"), ".")
}

// TestOffsets checks what a caller cuts out: bytes, not runes.
func TestOffsets(t *testing.T) {
	text := "规模30亿元，达產後 ２１ 家；first half of 2021"
	var got []string
	for _, f := range Find(text) {
		got = append(got, text[f.Start:f.End])
		if f.Text != text[f.Start:f.End] {
			t.Errorf("Find(%q): Text %q, but bytes %d to %d are %q", text, f.Text, f.Start, f.End, text[f.Start:f.End])
		}
	}
	want := []string{"30亿元", "２１ 家", "first half of 2021"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Find(%q) texts (-want +got):\n%s", text, diff)
	}
}

// TestFindIsLinear feeds long runs of what begins figures. A scan that looks ahead or back without a bound does not finish
// within the test's time limit.
func TestFindIsLinear(t *testing.T) {
	tests := []struct {
		unit  string
		bytes int
		want  int // figures
	}{
		{"1", 1 << 20, 1},
		{"一", 1 << 20, 0},
		{" ", 1 << 20, 0},
		{"1,", 1 << 17, 1 << 16},
		{"1、", 1 << 17, 1 << 15},
		{"1/", 1 << 17, 1 << 16},
		{"1—", 1 << 17, 1 << 14},
		{"[1", 1 << 17, 1 << 16},
		{"第1、", 1 << 17, 1 << 17 / 7},
		{"每人", 1 << 17, 0},
		{"最高", 1 << 17, 0},
		{"〔2020〕", 1 << 17, 1 << 17 / 10},
		{"RMB ", 1 << 17, 0},
		{"两免", 1 << 17, 0},
		{"two-", 1 << 17, 1 << 14},
	}
	for _, test := range tests {
		text := strings.Repeat(test.unit, test.bytes/len(test.unit))
		if got := len(Find(text)); got != test.want {
			t.Errorf("Find of %d bytes of %q: %d figures, want %d", len(text), test.unit, got, test.want)
		}
	}
}

func TestHas(t *testing.T) {
	tests := []struct {
		text  string
		kinds []Kind
		want  bool
	}{
		{"规模30亿元", []Kind{Money}, true},
		{"规模30亿元", []Kind{Area, Money}, true},
		{"规模30亿元", []Kind{Area}, false},
		{"规模30亿元", nil, true},
		{"五大产业集群", nil, false},
		{"第12条", []Kind{Count, Number}, false},
	}
	for _, test := range tests {
		if got := Has(test.text, test.kinds...); got != test.want {
			t.Errorf("Has(%q, %v) = %v, want %v", test.text, test.kinds, got, test.want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := "经开区绿色产业基金规模30亿元，2021年上半年自上海引进项目35个，总投资56亿元，其中制造业15个；张江飞地面积2.1万平方米，入驻上市类企业10家；" +
		"按不超过设备投资额的10%给予补助，最高不超过500万元，期限三年，自2023-01-01起至2027-12-31止。近三年兑现人才奖励4400余万元，" +
		"新增人才公寓240套，在建500套，名单见国发〔2020〕8号第12条。"
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
