package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	// congress finds who adopted a statute: 丽水市第四届人民代表大会常务委员会第三十四次会议通过, 第十三届全国人民代表大会常务委员会.
	congress  = regexp.MustCompile(`(\p{Han}{0,12}?)第\s*` + numeral + `\s*届(全国)?(人民代表大会(?:常务委员会)?)`)
	stateBody = regexp.MustCompile(`^(?:中华人民共和国)?(国务院|\p{Han}{2,20}(?:人民政府|委员会|部|局|署|厅))令`)
	// bodyForm ends the names of those who issue documents.
	bodyForm = regexp.MustCompile(`(?:政府|委员会|管委会|办公室|办公厅|委|部|局|厅|署|院|会|中心|银行|法院|检察院|党组)$`)
)

// issuer is who issued a document, by the first that says so: its labels, its red head, its title, the note on its adoption, the
// order that published it, its signature.
func issuer(h head, labels map[string]string, signature []string) string {
	if who := firstOf(labels, "发文机关", "制定机关", "公布机关"); who != "" {
		return who
	}
	for _, b := range h.before {
		if m := redHead.FindStringSubmatch(b.Text); m != nil && bodyForm.MatchString(m[1]) {
			return m[1]
		}
	}
	if who, _, ok := strings.Cut(h.title, "关于"); ok && bodyForm.MatchString(strings.TrimSpace(who)) {
		return strings.Join(strings.Fields(who), "、")
	}
	for _, b := range h.before {
		if m := congress.FindStringSubmatch(b.Text); m != nil {
			if where := strings.TrimLeft(m[1], "年月日由经") + m[2]; utf8.RuneCountInString(where) > 1 { // 县第七届 is a name cut short
				return where + m[3]
			}
		}
	}
	for _, b := range h.before {
		if m := stateBody.FindStringSubmatch(b.Text); m != nil {
			return m[1]
		}
	}
	return signer(signature)
}

// signer joins the names above the date of a signature.
func signer(lines []string) string {
	var names []string
	for _, line := range lines {
		if dateOnly.MatchString(line) || closing.MatchString(line) {
			break
		}
		for _, name := range strings.Fields(line) {
			if bodyForm.MatchString(name) {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, "、")
}

// otherProvince is a province, region or city of that rank that is not Zhejiang.
var otherProvince = regexp.MustCompile(`^(?:北京|天津|上海|重庆)市|^(?:河北|山西|辽宁|吉林|黑龙江|江苏|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|^(?:内蒙古|广西|西藏|宁夏|新疆)`)

// place is the level of a document and where it applies, by its issuer; empty where the name does not tell.
func place(issuer string) (level, region string) {
	switch {
	case issuer == "" || otherProvince.MatchString(issuer):
		return "", ""
	case strings.HasPrefix(issuer, "丽水经济技术开发区"), strings.HasPrefix(issuer, "丽水经开区"):
		return "zone", "丽水经开区"
	case strings.HasPrefix(issuer, "丽水市"), strings.HasPrefix(issuer, "中共丽水市"):
		if county.MatchString(strings.TrimPrefix(issuer, "丽水市")) {
			return "", ""
		}
		return "city", "丽水市"
	case strings.HasPrefix(issuer, "浙江省"), strings.HasPrefix(issuer, "中共浙江省"):
		if cityOf.MatchString(strings.TrimPrefix(issuer, "浙江省")) {
			return "", ""
		}
		return "province", "浙江省"
	case national.MatchString(issuer):
		return "national", "全国"
	case cityOf.MatchString(issuer):
		return "city", ""
	}
	return "", ""
}

var (
	national = regexp.MustCompile(`^(?:全国|国务院|中华人民共和国|中共中央|国家|最高人民|财政部|商务部|工业和信息化部|科学技术部|科技部|教育部|自然资源部|生态环境部|住房和城乡建设部|交通运输部|水利部|农业农村部|人力资源和?社会保障部|人力资源社会保障部|海关总署|税务总局|中国人民银行|中国证券监督管理委员会|应急管理部|公安部|民政部|司法部|外交部|文化和旅游部|审计署)`)
	cityOf   = regexp.MustCompile(`^\p{Han}{2,4}市`)
	county   = regexp.MustCompile(`^\p{Han}{2,6}(?:区|县|市)`)
)
