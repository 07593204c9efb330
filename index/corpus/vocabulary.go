package corpus

import "slices"

// Kinds of word that content may use. Each is a closed list: a word outside it is a fault.
const (
	KindSection    = "section"    // first folder of a page
	KindTopic      = "topic"      // topics
	KindCluster    = "cluster"    // clusters, and a story's cluster
	KindAudience   = "audience"   // audience
	KindLevel      = "level"      // who issued a policy, who holds a fund
	KindRegion     = "region"     // where a policy applies
	KindStatus     = "status"     // of a policy or clause
	KindEnclave    = "enclave"    // status of an enclave
	KindApplies    = "applies"    // whether a policy covers firms of the zone
	KindBenefit    = "benefit"    // kind of a benefit
	KindChain      = "chain"      // stage of an industry chain
	KindChannel    = "channel"    // way of attracting investment
	KindConfidence = "confidence" // of a source
)

// word is one entry of the vocabulary.
type word struct{ key, zh, en string }

// words returns the entries of one kind in the order in which they are shown; nil for an unknown kind.
func words(kind string) []word {
	switch kind {
	case KindSection:
		return []word{
			{"clusters", "产业集群", "Industry clusters"},
			{"policies", "政策", "Policies"},
			{"enclaves", "飞地", "Offsite zones (enclaves)"},
			{"stories", "成功案例", "Success stories"},
			{"talent", "人才", "Talent"},
			{"land", "用地与厂房", "Land and plant"},
			{"funds", "产业基金", "Industry funds"},
			{"guide", "投资指南", "Guide to investing"},
			{"about", "关于", "About"},
			{"maps", "五图", "Five maps"},
		}
	case KindTopic:
		return []word{
			{"land", "土地", "Land"},
			{"subsidy", "补助奖励", "Subsidies"},
			{"tax", "税收", "Tax"},
			{"talent", "人才", "Talent"},
			{"finance", "金融", "Finance"},
			{"foreign-investment", "外商投资", "Foreign investment"},
			{"rd", "研发创新", "R&D"},
			{"equipment", "设备与技改", "Equipment"},
			{"employment", "用工社保", "Employment"},
			{"environment", "环境保护", "Environment"},
			{"approval", "审批服务", "Approvals"},
			{"market", "市场开拓", "Market"},
			{"energy", "能源", "Energy"},
			{"trade", "外贸", "Trade"},
			{"ip", "知识产权", "Intellectual property"},
			{"organisation", "企业组织", "Company organisation"},
			{"housing", "住房", "Housing"},
			{"transport", "交通物流", "Transport"},
		}
	case KindCluster:
		return []word{
			{"semiconductor", "半导体", "Semiconductors"},
			{"precision-manufacturing", "精密制造", "Precision manufacturing"},
			{"health-medicine", "健康医药", "Health and medicine"},
			{"fashion", "时尚产业", "Fashion"},
			{"digital-economy", "数字经济", "Digital economy"},
		}
	case KindAudience:
		return []word{
			{"investor", "投资者", "Investors"},
			{"manufacturer", "制造企业", "Manufacturers"},
			{"foreign-investor", "外国投资者", "Foreign investors"},
			{"talent", "人才", "Talent"},
			{"sme", "中小企业", "Small and medium-sized enterprises"},
			{"hnte", "高新技术企业", "High and new technology enterprises"},
			{"startup", "初创企业", "Start-ups"},
			{"investor-fund", "投资基金", "Investment funds"},
		}
	case KindLevel:
		return []word{
			{"national", "国家", "National"},
			{"province", "省", "Provincial"},
			{"city", "市", "City"},
			{"zone", "经开区", "Zone"},
		}
	case KindRegion:
		return []word{
			{"全国", "全国", "China"},
			{"浙江省", "浙江省", "Zhejiang Province"},
			{"丽水市", "丽水市", "Lishui City"},
			{"丽水经开区", "丽水经开区", "Lishui Economic and Technological Development Zone"},
			{"山区26县", "山区26县", "Zhejiang's 26 mountain counties"},
		}
	case KindStatus:
		return []word{
			{string(InForce), "现行有效", "In force"},
			{string(Expired), "已失效", "Expired"},
			{string(Unverified), "未核实", "Not verified"},
			{string(TextNotHeld), "未收录原文", "Text not held"},
		}
	case KindEnclave:
		return []word{
			{string(Operating), "运行中", "Operating"},
			{string(Full), "已满", "Full"},
			{string(Opened), "已启用", "Opened"},
			{string(Planned), "规划中", "Planned"},
		}
	case KindApplies:
		return []word{
			{"yes", "适用", "Yes"},
			{"no", "不适用", "No"},
			{"past", "当时适用", "In the past"},
			{"unknown", "未知", "Not known"},
		}
	case KindBenefit:
		return []word{
			{"deduction", "加计扣除", "Deduction"},
			{"exemption", "免征", "Exemption"},
			{"reduction", "减征", "Reduction"},
			{"credit", "抵免", "Credit"},
			{"deferral", "递延", "Deferral"},
			{"grant", "奖励", "Grant"},
			{"subsidy", "补助", "Subsidy"},
			{"allowance", "津贴", "Allowance"},
			{"loan", "贷款", "Loan"},
			{"limit", "限额", "Limit"},
		}
	case KindChain:
		return []word{
			{"upstream", "上游", "Upstream"},
			{"midstream", "中游", "Midstream"},
			{"downstream", "下游", "Downstream"},
		}
	case KindChannel:
		return []word{
			{"fund", "基金招商", "Funds"},
			{"enclave", "飞地招商", "Enclaves"},
			{"stationed", "驻点招商", "Stationed teams"},
			{"chain", "产业链招商", "Industrial chains"},
			{"referral", "以商招商", "Existing investors"},
			{"overseas", "海外招商", "Overseas"},
			{"contest", "赛会招商", "Competitions and conferences"},
		}
	case KindConfidence:
		return []word{
			{"A", "政府网站或主要官媒", "Government site or main official media"},
			{"B", "出处可辨的转载", "Traceable secondary source"},
		}
	}
	return nil
}

// Keys returns the words of one kind in the order in which they are shown; nil for an unknown kind.
func Keys(kind string) []string {
	var keys []string
	for _, w := range words(kind) {
		keys = append(keys, w.key)
	}
	return keys
}

// Label returns a word as readers of lang see it, or key itself where the vocabulary does not hold it.
func Label(lang, kind, key string) string {
	for _, w := range words(kind) {
		switch {
		case w.key != key:
		case lang == English:
			return w.en
		default:
			return w.zh
		}
	}
	return key
}

// known reports whether key is a word of the kind.
func known(kind, key string) bool {
	return slices.ContainsFunc(words(kind), func(w word) bool { return w.key == key })
}
