package assistant

import (
	"regexp"

	"lvgu/index/corpus"
)

var (
	negationZh = regexp.MustCompile(`不得|不能|不可|不予|不再|不是|不属|不包括|不适用|不必|不用|没有|没|未|无法|无需|无须|无关|并非|绝非|而非|禁止|严禁|停止|取消|拒绝|除外|暂停|暂缓|不`)
	negationEn = regexp.MustCompile(`(?i)\b(?:not|no|never|without|cannot|none|neither|nor|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|can't|prohibit\w*|forbid\w*|refus\w*|exclud\w*|except\w*|cancel\w*|suspend\w*|unless)\b`)

	// boundIdiom are negations in form only: bounds, which the figures' check reads, and words that hold the character.
	boundIdiom = regexp.MustCompile(`不超过|不少于|不低于|不高于|不足|不满|不同|不断|不仅|不但|不只|不久|不等|不论|不管|不锈钢|不动产|未来|无人机|无锡|没收|(?i:no more than|no less than|not exceeding|not more than|not less than|no fewer than|no later than|\bno\. ?\d)`)

	// hedges say that something is meant to be, not that it is. 规划 is none: offices and plans are called so.
	hedgeZh   = regexp.MustCompile(`计划|拟|预计|力争|争取|目标|筹建|筹备|在建|有望|将于|将在|将建|将达|将会|将成|可望|暂定|意向|试生产|试投产|试运行|试营业|可能|建议|设想`)
	hedgeEn   = regexp.MustCompile(`(?i)\b(?:plan(?:s|ned)?|expected|expects|to be|will|aims?|target(?:s|ed)?|proposed|under construction|intends?|intended|may|might|could|trial|preparation|prepared)\b`)
	settledZh = regexp.MustCompile(`失效|到期|过期|废止|停止执行|不再|届满|终止|沿革|曾`)
	settledEn = regexp.MustCompile(`(?i)\b(?:expired?|expiry|ended|no longer|until|repealed|ceased|was|were|had|ran|history|lapsed)\b`)
)

// denials counts the negations of a text that are not part of a bound: two of them are none.
func denials(text, lang string) int {
	text = boundIdiom.ReplaceAllString(text, "")
	return len(negation(lang).FindAllString(text, -1))
}

func negation(lang string) *regexp.Regexp { return inLanguage(lang, negationZh, negationEn) }

func hedge(lang string) *regexp.Regexp { return inLanguage(lang, hedgeZh, hedgeEn) }

func settled(lang string) *regexp.Regexp { return inLanguage(lang, settledZh, settledEn) }

// inLanguage is the one of two patterns that is for a language.
func inLanguage(lang string, zh, en *regexp.Regexp) *regexp.Regexp {
	if lang == corpus.English {
		return en
	}
	return zh
}
