package inspect

import (
	"io/fs"
	"time"

	"lvgu/index/corpus"
)

// The rules that items come from, as the report heads them.
const (
	indicators = "一、检查指标（国办秘函〔2019〕19号）"
	guideline  = "二、网页标签与页脚（国办发〔2017〕47号）"
	access     = "三、无障碍与适老化（GB/T 37668-2019）"
	labels     = "四、人工智能标识与个人信息"
)

// Run inspects the content and the site that was built of it, as of now. It fails only where the site cannot be read.
func Run(c *corpus.Corpus, built fs.FS, now time.Time) (*Report, error) {
	pages, err := readPages(built)
	if err != nil {
		return nil, err
	}
	r := &Report{Day: now, Version: c.Version, Pages: len(pages)}
	r.Items = append(r.Items, freshness(c, now)...)
	r.Items = append(r.Items, reachability(built, pages)...)
	r.Items = append(r.Items, tags(pages)...)
	r.Items = append(r.Items, footer(pages)...)
	r.Items = append(r.Items, accessibility(pages)...)
	r.Items = append(r.Items, privacy(pages)...)
	return r, nil
}
