package figures

import (
	"math"
	"testing"
)

// one returns the only figure of text.
func one(t *testing.T, text string) Figure {
	t.Helper()
	found := Find(text)
	if len(found) != 1 {
		t.Fatalf("Find(%q) = %v, want one figure", text, found)
	}
	return found[0]
}

func TestEqual(t *testing.T) {
	tests := []struct{ a, b string }{
		// Money.
		{"30亿元", "RMB 3 billion"},
		{"30亿元", "3,000 million yuan"},
		{"30亿元", "三十亿元"},
		{"30亿元", "3000000000元"},
		{"16.6亿元", "RMB 1.66 billion"},
		{"16.6亿元", "16.6亿"},
		{"50万元", "RMB 500,000"},
		{"50万元", "伍拾万元"},
		{"4400余万元", "more than RMB 44 million"},
		{"2436万美元", "US$24.36 million"},
		{"亿元以上", "over RMB 100 million"},
		{"50—100万元", "RMB 500,000 to RMB 1 million"},
		{"168元/㎡", "11.2万元/亩"},
		{"168元/㎡", "RMB 168 per square metre"},
		{"6000元/人·年", "6,000 yuan per person a year"},
		{"每亩30万元", "RMB 300,000 per mu"},
		{"12000元/年", "1000元/月"},
		// Percent and ratios.
		{"10%", "百分之十"},
		{"10%", "10 per cent"},
		{"７％", "7%"},
		{"7‰", "0.7%"},
		{"万分之五", "0.05%"},
		{"3%—5%", "between 3% and 5%"},
		{"三分之一", "1/3"},
		{"三分之二", "two-thirds"},
		{"50%", "减半"},
		{"25%", "四分之一"},
		{"7:3", "7：3"},
		{"7:3", "14:6"},
		{"5.5倍", "5.5 times"},
		{"150%", "1.5倍"},
		{"七成", "70%"},
		{"3个百分点", "3 percentage points"},
		// Area, length, weight.
		{"2.1万平方米", "21,000 m²"},
		{"2.1万平方米", "21000 square metres"},
		{"2.1万平方米", "2.1公顷"},
		{"45亩", "30,000㎡"},
		{"50亩", "33,333.33㎡"},
		{"1亩", "667 m²"},
		{"15亩", "1 ha"},
		{"5.65 km²", "565公顷"},
		{"2800 m", "2.8公里"},
		{"65nm", "0.065μm"},
		{"4000吨", "4,000 tonnes"},
		{"5吨", "5000公斤"},
		{"7700亿千瓦时", "770,000 GWh"},
		{"200 km/h", "200公里/小时"},
		// Duration.
		{"12个月", "1年"},
		{"60个月", "five years"},
		{"半年", "6 months"},
		{"60日", "60 days"},
		{"两周", "14天"},
		{"24小时", "1天"},
		{"20个工作日", "20 working days"},
		{"3 个季度", "nine months"},
		// Counts.
		{"35个", "35 projects"},
		{"35个项目", "35 projects"},
		{"35项", "35 projects"},
		{"35个项目", "35项"},
		{"10家", "10 listed companies"},
		{"10家", "10 firms"},
		{"240套", "240 talent apartments"},
		{"793人", "793 people"},
		{"225名", "225位"},
		{"30块", "30 enclaves"},
		{"26县", "26 mountainous counties"},
		{"十余家", "10家"},
		{"35", "35家"},
		{"16—24岁", "16–24 years"},
		{"3次", "3 times"},
		{"数百家", "hundreds of firms"},
		// Dates and periods.
		{"2021-05", "2021年5月"},
		{"2021-05", "May 2021"},
		{"2021年5月", "二〇二一年五月"},
		{"2027-12-31", "31 December 2027"},
		{"2027-12-31", "2027年12月31日"},
		{"2021", "2021年"},
		{"2021年上半年", "first half of 2021"},
		{"2021年上半年", "2021H1"},
		{"2021年上半年", "2021-01 至 2021-06"},
		{"2021年第三季度", "Q3 2021"},
		{"2021年1—11月", "first 11 months of 2021"},
		{"2023—2027", "2023-01-01—2027-12-31"},
		// Numbered things.
		{"第12条", "Article 12"},
		{"第12条", "第十二条"},
		{"第四批", "the 4th batch"},
		{"第32—34条", "Articles 32–34"},
		{"浙江第21家", "21st"},
		{"国务院令第743号", "Decree No. 743"},
		{"公告2026年第10号", "Announcement No. 10 of 2026"},
		{"国发〔2020〕8号", "国发[2020]8号"},
		{"国发〔2020〕8号", "Guo Fa [2020] No. 8"},
		{"2025年第17号", "公告2025年第17号"},
		{"CA1873", "ca1873"},
		{"１８７３", "1873"},
	}
	for _, test := range tests {
		a, b := one(t, test.a), one(t, test.b)
		if !a.Equal(b) || !b.Equal(a) {
			t.Errorf("%+v Equal %+v = false, want true both ways", a, b)
		}
	}
}

func TestNotEqual(t *testing.T) {
	tests := []struct{ a, b string }{
		{"16.6亿元", "166亿元"},
		{"1.0", "10"},
		{"1.0万元", "10万元"},
		{"471.78亿元", "471.78 billion yuan"},
		{"30亿元", "30亿美元"},
		{"30亿元", "60亿元"},
		{"30万元", "30万元/亩"},
		{"6000元/人", "6000元/户"},
		{"168元/㎡", "168元/亩"},
		{"50万元", "50—100万元"},
		{"50—100万元", "50—200万元"},
		{"5", "5元"},
		{"10%", "10‰"},
		{"10%", "10个百分点"},
		{"10%", "-10%"},
		{"10%", "10倍"},
		{"1/3", "33%"},
		{"7:3", "3:7"},
		{"0.5", "减半"},
		{"100亩", "100公顷"},
		{"2000亩", "2000㎡"},
		{"8英寸", "8mm"},
		{"60日", "60个工作日"},
		{"30日", "1个月"},
		{"3年", "3个月"},
		{"3", "3年"},
		{"35个项目", "35家"},
		{"35 projects", "35 firms"},
		{"35家", "35人"},
		{"2021", "2021-05"},
		{"2021-05", "2021-06"},
		{"2021年上半年", "2021年下半年"},
		{"2021年上半年", "2021年"},
		{"上半年", "2021年上半年"},
		{"2023—2027", "2023—2026"},
		{"第12条", "12条"},
		{"第12条", "第12批"},
		{"第4条", "第4款、"},
		{"国发〔2020〕8号", "国发〔2021〕8号"},
		{"国发〔2020〕8号", "浙政发〔2020〕8号"},
		{"国务院令第743号", "国务院令第742号"},
		{"公告2026年第10号", "公告第10号"},
		{"CA1873", "CA1874"},
		{"113325000026456894", "113325000026456895"},
		{"1234567890123", "1234567890124"},
		{"数百家", "200家"},
		{"2021", "2021家"},
	}
	for _, test := range tests {
		a, b := Find(test.a)[0], Find(test.b)[0]
		if a.Equal(b) || b.Equal(a) {
			t.Errorf("%+v Equal %+v = true, want false both ways", a, b)
		}
	}
}

func TestSame(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"不超过100万元", "达到100万元", false},
		{"最高100万元", "at least RMB 1 million", false},
		{"up to 5 years", "5年以上", false},
		{"不低于60%", "60%以下", false},
		{"不足20人", "more than 20 people", false},
		{"近1000个", "over 1,000 posts", false},
		{"不超过100万元", "up to RMB 1 million", true},
		{"不超过100万元", "100万元", true},
		{"最高100万元", "100万元以内", true},
		{"不超过100万元", "less than RMB 1 million", true},
		{"4400余万元", "more than RMB 44 million", true},
		{"约28亿元", "about RMB 2.8 billion", true},
		{"自2023-01-01起", "2023-01-01以前", false},
		{"到2027-12-31", "until 31 December 2027", true},
		{"不超过100万元", "不超过200万元", false},
	}
	for _, test := range tests {
		a, b := one(t, test.a), one(t, test.b)
		if got := a.Same(b); got != test.want {
			t.Errorf("%v (%v) Same %v (%v) = %v, want %v", a, a.Bound, b, b.Bound, got, test.want)
		}
		if a.Same(b) != b.Same(a) {
			t.Errorf("%v Same %v depends on the order", a, b)
		}
	}
}

func TestContains(t *testing.T) {
	text := "张江飞地面积2.1万平方米，入驻10家企业"
	for want, figure := range map[string]bool{"21,000 m²": true, "10 firms": true, "2.1公顷": true, "21万平方米": false, "2.1平方米": false} {
		if got := Contains(text, one(t, want)); got != figure {
			t.Errorf("Contains(%q, %q) = %v, want %v", text, want, got, figure)
		}
	}
}

func TestConvert(t *testing.T) {
	tests := []struct {
		text, unit string
		want, high float64
		ok         bool
	}{
		{"100亩", "m2", 200000.0 / 3, 200000.0 / 3, true},
		{"100亩", "ha", 20.0 / 3, 20.0 / 3, true},
		{"1公顷", "mu", 15, 15, true},
		{"5.65 km²", "ha", 565, 565, true},
		{"21000㎡", "万平方米", 2.1, 2.1, true},
		{"30亿元", "万元", 300000, 300000, true},
		{"30亿元", "亿元", 30, 30, true},
		{"50—100万元", "万元", 50, 100, true},
		{"1.5年", "month", 18, 18, true},
		{"36小时", "d", 1.5, 1.5, true},
		{"11.2万元/亩", "CNY/m2", 168, 168, true},
		{"30亿元", "USD", 3e9, 3e9, false},
		{"30亿元", "m2", 3e9, 3e9, false},
		{"30日", "month", 30, 30, false},
		{"35家", "家", 35, 35, true},
		{"35", "家", 35, 35, false},
	}
	for _, test := range tests {
		f, ok := Convert(one(t, test.text), test.unit)
		if ok != test.ok || math.Abs(f.Value-test.want) > 1e-9*test.want || math.Abs(f.High-test.high) > 1e-9*test.high {
			t.Errorf("Convert(%q, %q) = %v..%v, %v, want %v..%v, %v", test.text, test.unit, f.Value, f.High, ok, test.want, test.high, test.ok)
		}
		if ok && f.Unit != test.unit {
			t.Errorf("Convert(%q, %q) has unit %q", test.text, test.unit, f.Unit)
		}
	}
}
