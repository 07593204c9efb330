package journal

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMask(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"mobile", "我的电话是13800001111。", "我的电话是***。"},
		{"mobile with country code", "+86 138-0000-1111", "***"},
		{"mobile, 0086", "008613800001111", "***"},
		{"mobile, 0086 apart", "0086-138 0000 1111", "***"},
		{"mobile, 86 before", "86 138 0000 1111请回电", "***请回电"},
		{"mobile in brackets", "(+86)138 0000 1111", "(***"},
		{"mobile with dots", "138.0000.1111", "***"},
		{"mobile, odd groups", "1380 000 1111", "***"},
		{"mobile, single digits", "1 3 8 0 0 0 0 1 1 1 1", "***"},
		{"mobile, full width", "１３８００００１１１１", "***"},
		{"mobile, Chinese digits", "打一三八零零零零一一一一找我", "打***找我"},
		{"mobile, Chinese digits mixed", "幺三八0000一一一一", "***"},
		{"mobile, zero width space", "138\u200b0000\u200b1111", "***"},
		{"mobile, Arabic-Indic digits", "١٣٨٠٠٠٠١١١١", "***"},
		{"mobile behind a letter", "tel13800001111abc", "tel***abc"},
		{"mobile behind an item number", "1.13800001111", "1.***"},
		{"mobile behind an amount", "5 13800001111", "5 ***"},
		{"mobile before a unit", "13800001111元", "***元"},
		{"mobile behind an ordinal", "第三138-0000-1111", "第三***"},
		{"two mobiles", "13800001111、13900002222", "***、***"},
		{"two mobiles run together", "1380000111113900002222", "***"},
		{"two mobiles in a row", "13800001111 13900002222", "***"},
		{"mobile behind an area code", "0578 138 0000 1111", "0578 ***"},

		{"landline", "0578-1234567转8", "***转8"},
		{"landline in brackets", "（0578）1234567", "（***"},
		{"landline without separator", "05781234567", "***"},
		{"landline of Beijing", "010 1234 5678", "***"},
		{"landline with country code", "86-578-1234567", "***"},
		{"landline from abroad", "0086 578 1234567", "***"},
		{"local number announced", "电话：1234567", "电话：***"},
		{"local number announced, groups", "座机号码是 123-4567", "座机号码是 ***"},
		{"service number", "400-123-4567", "***"},
		{"foreign number", "call me at +1 (415) 555-0132", "call me at ***"},
		{"foreign number without plus", "415-555-0132", "***"},
		{"Hong Kong", "phone: 2345 6789", "phone: ***"},

		{"identity", "33250119900101123X", "***"},
		{"identity, small x", "身份证33250119900101123x号", "身份证***号"},
		{"identity, full-width X", "３３２５０１１９９００１０１１２３Ｘ", "***"},
		{"identity, right check digit", "11010519491231002X", "***"},
		{"identity in groups", "110105 19491231 002X", "***"},
		{"identity in other groups", "1101 0519 4912 3100 2X", "***"},
		{"identity, three parts, wrong check digit", "332501 19900101 1234", "***"},
		{"identity behind letters", "ID11010519491231002X", "ID***"},
		{"identity of fifteen digits", "110105491231002", "***"},
		{"passport", "护照E12345678", "护照E***"},
		{"passport bare", "E123456789", "E***"},

		{"card", "6222020200112233445", "***"},
		{"card in groups", "卡 4111 1111 1111 1111 吧", "卡 *** 吧"},
		{"card in two groups", "622202 0200112233446", "***"},
		{"account", "账号 1210 2020 0990 0012", "账号 ***"},
		{"account without word", "12102020099000123", "***"},

		{"mail", "写信到 zhang.san+a@mail.example.com 吧", "写信到 *** 吧"},
		{"mail in Chinese text", "邮箱zhangsan@example.com谢谢", "邮箱***谢谢"},
		{"mail, full width", "ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ", "***"},
		{"mail, spaces", "zhang @ example.com", "***"},
		{"mail, written out", "zhang [at] example.com", "***"},
		{"mail of digits", "12345@qq.com", "***"},

		{"QQ", "加QQ 12345吧", "加QQ ***吧"},
		{"QQ number", "qq号：123456789", "qq号：***"},
		{"QQ group", "QQ群12345678", "QQ群***"},
		{"WeChat", "微信zhangsan", "微信***"},
		{"WeChat with colon", "微信号：zhang_san-88", "微信号：***"},
		{"WeChat, English", "My WeChat ID is zhangsan88", "My WeChat ID is ***"},
		{"WeChat, letters", "wechat: zhangsan", "wechat: ***"},
		{"WeChat, short word", "vx：abc12345", "vx：***"},
		{"WeChat both", "微信/QQ：1234567", "微信/QQ：***"},
		{"WeChat is a mobile", "微信同号13800001111", "微信同号***"},

		{"sum", "补贴500000元，2026年1月1日，第12条", "补贴500000元，2026年1月1日，第12条"},
		{"large sum", "注册资本10000000元", "注册资本10000000元"},
		{"odd large sum", "营收1234567890元", "营收1234567890元"},
		{"large sum with decimals", "123456789.50 元", "123456789.50 元"},
		{"sum with its word", "投资123456789", "投资123456789"},
		{"round sum", "100000000", "100000000"},
		{"very large sum", "100000000000元", "100000000000元"},
		{"thousands", "RMB 1,234,567,890", "RMB 1,234,567,890"},
		{"row of amounts", "分别为 100 200 3000 万元", "分别为 100 200 3000 万元"},
		{"years", "2023-2027 2028 2029", "2023-2027 2028 2029"},
		{"date and time", "2026-11-23 12:30", "2026-11-23 12:30"},
		{"date", "20261123", "20261123"},
		{"decimal", "0.5 2026-11-23", "0.5 2026-11-23"},
		{"document number", "国办发〔2017〕47号 GB/T 37668-2019", "国办发〔2017〕47号 GB/T 37668-2019"},
		{"index number of a paper", "索引号 113325000026456894/2022-36983", "索引号 113325000026456894/2022-36983"},
		{"identity behind such a word", "索引号 332501199001011234", "索引号 ***"},
		{"credit code of a company", "统一社会信用代码：91331100716623456A", "统一社会信用代码：91331100716623456A"},
		{"page of the government", "见https://www.zj.gov.cn/art/2022/7/20/art_1229631756_2412409.html", "见https://www.zj.gov.cn/art/2022/7/20/art_1229631756_2412409.html"},
		{"mobile in such a page", "https://www.zj.gov.cn/art_13800001111.html", "https://www.zj.gov.cn/art_***.html"},
		{"time zone", "GMT+0900 1998", "GMT+0900 1998"},
		{"short number", "打12345，电话12345", "打12345，电话12345"},
		{"code", "A01-2", "A01-2"},
		{"area", "2.1 万平方米", "2.1 万平方米"},
		{"mobile phones made", "手机5000000台", "手机5000000台"},
		{"WeChat as a word", "微信是什么？wechat official account", "微信是什么？wechat official account"},
		{"WeChat pay", "微信支付 10000元", "微信支付 10000元"},
		{"at", "look at [this] a@b", "look at [this] a@b"},
		{"empty", "", ""},
		{"invalid", "a\xffb", "a\uFFFDb"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Mask(test.text); got != test.want {
				t.Errorf("Mask(%q) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}

func TestChecksIdentity(t *testing.T) {
	for _, test := range []struct {
		digits string
		want   bool
	}{
		{"11010519491231002X", true},
		{"110105194912310021", false},
		{"440524188001010014", true},
		{"440524188001010015", false},
	} {
		if got := checksIdentity(test.digits); got != test.want {
			t.Errorf("checksIdentity(%q) = %v, want %v", test.digits, got, test.want)
		}
	}
}

// leaks are what no masked text may hold, told more plainly than the rules tell it.
var leaks = []*regexp.Regexp{
	regexp.MustCompile(`(?:^|\D)1[3-9]\d{9}(?:\D|$)`),
	regexp.MustCompile(`(?:^|\D)1[3-9]\d[- ]\d{4}[- ]\d{4}(?:\D|$)`),
	regexp.MustCompile(`(?:^|\D)0[1-9]\d{1,2}-?\d{7,8}(?:\D|$)`),
	regexp.MustCompile(`\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d)\d{3}[\dXx]`),
	regexp.MustCompile(`[\w.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9-]+`),
	regexp.MustCompile(`(?i)(?:^|\W)qq ?[:：号]\d{6,12}(?:$|[^\d\w.．\s余多元万亿千百美欧港人名家个户吨斤克平亩顷公台件套辆只米度倍次片颗支瓶箱年月日㎡²%％‰-])`),
}

// long is an account's number; papers and companies have such numbers too.
var (
	long   = regexp.MustCompile(`\d{11,}[1-9]\d{0,5}(?:\D|$)`)
	papers = regexp.MustCompile(`(?i)索引号|文号|信用代码|税号|index|isbn|\.gov\.cn/`)
)

func FuzzMask(f *testing.F) {
	for _, seed := range []string{
		"我的电话是13800001111。", "0578-1234567转8", "33250119900101123X", "a@b.cn 13800001111", "QQ:123456 微信号zhangsan",
		"4111 1111 1111 1111", "123456789 yuan@example.com", "+86 138 0000 1111 2222", "一三八〇〇〇〇一一一一", "1.5 2026-11-23 元", "\xff１３８",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Mask(text)
		if !utf8.ValidString(got) {
			t.Errorf("Mask(%q) = %q, want valid UTF-8", text, got)
		}
		if again := Mask(got); again != got {
			t.Errorf("Mask(Mask(%q)) = %q, want %q", text, again, got)
		}
		plain := leaks
		if !papers.MatchString(got) {
			plain = append(plain[:len(plain):len(plain)], long)
		}
		for _, leak := range plain {
			if m := leak.FindString(got); m != "" {
				t.Errorf("Mask(%q) = %q leaves %q", text, got, m)
			}
		}
	})
}

func BenchmarkMask(b *testing.B) {
	text := strings.Repeat("企业在丽水经开区租用2.1万平方米厂房，2026年可以享受什么补贴？联系电话13800001111。", 3)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Mask(text)
	}
}

func TestMaskOfManyNumbersIsQuick(t *testing.T) {
	text := strings.Repeat("1-", 100_000)
	if got := Mask(text); !strings.HasPrefix(got, "1-1-") {
		t.Errorf("Mask() = %.20q…, want it unchanged", got)
	}
}
