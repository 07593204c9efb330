package assistant

import "testing"

func TestWrittenDate(t *testing.T) {
	tests := []struct{ lang, date, want string }{
		{"zh", "2021", "2021年"},
		{"zh", "2022-02", "2022年2月"},
		{"zh", "2020-11-29", "2020年11月29日"},
		{"en", "2021", "2021"},
		{"en", "2022-02", "February 2022"},
		{"en", "2020-11-29", "29 November 2020"},
		{"zh", "", ""},
		{"zh", "2021年上半年", "2021年上半年"},
		{"zh", "2021-13", "2021-13"},
		{"fr", "2021-06", "2021-06"},
	}
	for _, test := range tests {
		if got := WrittenDate(test.lang, test.date); got != test.want {
			t.Errorf("WrittenDate(%q, %q) = %q, want %q", test.lang, test.date, got, test.want)
		}
	}
}
