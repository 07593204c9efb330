package importer_test

import (
	"strings"
	"testing"
)

// field is what the front matter of a page says of a key, without its quotes; empty where it is left out.
func field(page, key string) string {
	front, _, _ := strings.Cut(strings.TrimPrefix(page, "---\n"), "---\n")
	for line := range strings.Lines(front) {
		if value, ok := strings.CutPrefix(line, key+": "); ok {
			return strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return ""
}

func TestFacts(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       map[string]string
	}{
		{"a statute of the city", "丽水市养犬规定\n2021年11月26日 丽水市第四届人民代表大会常务委员会第三十四次会议通过\n2021年12月22日 浙江省第十三届人民代表大会常务委员会第三十三次会议批准\n第一条 甲\n第二条 本规定自2022年3月1日起施行。",
			map[string]string{"issuer": "丽水市人民代表大会常务委员会", "level": "city", "region": "丽水市", "issued": "2021-12-22", "asOf": "2021-12-22", "effective": "2022-03-01", "expires": "", "documentNumber": ""}},
		{"a national law", "中华人民共和国某法\n（2020年8月11日第十三届全国人民代表大会常务委员会第二十一次会议通过）\n第一条 甲\n第二条 本法自公布之日起施行。",
			map[string]string{"issuer": "全国人民代表大会常务委员会", "level": "national", "region": "全国", "issued": "2020-08-11", "effective": ""}},
		{"an order", "国务院令\n第755号\n中华人民共和国某条例\n第一条 甲\n第二条 本条例自2023年3月1日起施行。",
			map[string]string{"issuer": "国务院", "level": "national"}},
		{"published and in force on one day", "浙江省某办法\n浙江省人民政府令第388号\n（2021年6月2日浙江省人民政府公布）\n第一条 甲\n第二条 本办法自公布之日起施行。",
			map[string]string{"documentNumber": "浙江省人民政府令第388号", "issuer": "浙江省人民政府", "level": "province", "issued": "2021-06-02", "effective": "2021-06-02"}},
		{"amended later", "浙江省某条例\n2001年6月2日 浙江省第九届人民代表大会常务委员会第二次会议通过并公布\n2021年6月2日 浙江省第十三届人民代表大会常务委员会第九次会议修正后公布\n第一条 本条例自公布之日起施行。",
			map[string]string{"issued": "2021-06-02", "effective": ""}},
		{"a term in years", "丽水市人民政府关于甲的通知\n各单位：\n一、本通知自2023年5月1日起施行，有效期三年。\n丽水市人民政府\n二〇二三年四月三日",
			map[string]string{"issuer": "丽水市人民政府", "issued": "2023-04-03", "effective": "2023-05-01", "expires": ""}},
		{"another's expiry", "丽水市人民政府关于甲的通知\n各单位：\n一、本通知自2023年5月1日起施行。许可证有效期至2024年12月31日的，可以延续。\n丽水市人民政府\n2023年4月3日",
			map[string]string{"expires": ""}},
		{"until a day", "丽水市人民政府关于甲的通知\n各单位：\n一、本通知自2023年5月1日起施行，执行至2025年12月31日。\n丽水市人民政府\n2023年4月3日",
			map[string]string{"expires": "2025-12-31"}},
		{"two issuers", "关于甲的公告\n一、乙。\n财政部 税务总局\n2026年1月30日", map[string]string{"issuer": "财政部、税务总局", "level": "national", "region": "全国"}},
		{"a county of the city", "丽水市莲都区人民政府关于甲的通知\n一、乙。\n2026年1月30日", map[string]string{"issuer": "丽水市莲都区人民政府", "level": "", "region": ""}},
		{"another province", "江苏省人民政府关于甲的通知\n一、乙。\n2026年1月30日", map[string]string{"issuer": "江苏省人民政府", "level": "", "region": ""}},
		{"described by labels", "关于甲的意见\n发文机关：丽水经济技术开发区管理委员会\n发文字号：丽经开〔2022〕5号\n成文日期：2022-03-04\n失效日期：2025-03-03\n一、乙。",
			map[string]string{"issuer": "丽水经济技术开发区管理委员会", "level": "zone", "documentNumber": "丽经开〔2022〕5号", "issued": "2022-03-04", "expires": "2025-03-03"}},
		{"a number within the text is another's", "丽水市人民政府关于甲的通知\n根据《关于乙的通知》（浙政发〔2020〕1号），制定本通知。\n2026年1月30日", map[string]string{"documentNumber": ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := string(imported(t, "a.txt", []byte(tt.text)).Markdown)
			for key, want := range tt.want {
				if got := field(page, key); got != want {
					t.Errorf("%s = %q, want %q", key, got, want)
				}
			}
			if got := field(page, "status"); got != "unverified" {
				t.Errorf("status = %q, want unverified", got)
			}
		})
	}
}
