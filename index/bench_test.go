package index

import (
	"context"
	"fmt"
	"testing"
)

// sentences of policy language; the numbered ones make documents differ.
var sentences = []string{
	"丽水经开区的工业用地出让最长 50 年，由自然资源部门签订合同。", "高新技术企业减按 15% 的税率缴纳企业所得税。",
	"人才公寓租金和申请条件由人才工作部门公布。", "研发费用没有形成无形资产的，按实际发生额的 100% 加计扣除。",
	"外商投资企业应当报送投资信息。", "上海张江飞地面积为 2.1 万平方米。", "飞地企业把生产落到丽水，研发留在上海。",
	"符合条件的企业可以申请首台套奖励，最高 200 万元。", "职工缴存住房公积金的比例不低于 5%。", "项目开工前应当完成环境影响评价。",
}

func madePassages(n int) []Passage {
	passages := make([]Passage, n)
	for i := range passages {
		title := fmt.Sprintf("第%d号%s政策", i/8, []string{"土地", "税收", "人才", "研发", "外资"}[i/8%5])
		body := ""
		for k := range 4 {
			body += sentences[(i*7+k*3+i/10)%len(sentences)]
		}
		passages[i] = Passage{ID: fmt.Sprint(i), Lang: "zh", Title: title, Heading: fmt.Sprintf("第%d条", i%8+1), Body: body}
	}
	return passages
}

func BenchmarkNew(b *testing.B) {
	passages := madePassages(3000)
	for b.Loop() {
		ix, err := New(passages)
		if err != nil {
			b.Fatal(err)
		}
		ix.Close()
	}
}

func BenchmarkSearch(b *testing.B) {
	ix, err := New(madePassages(3000))
	if err != nil {
		b.Fatal(err)
	}
	defer ix.Close()
	questions := []string{"工业用地最长多少年", "上海张江飞地有多大？", "高新技术企业所得税税率是多少", "rencai gongyu", "研发费用加计扣除比例"}
	for i := 0; b.Loop(); i++ {
		if _, err := ix.Search(context.Background(), Query{Text: questions[i%len(questions)]}); err != nil {
			b.Fatal(err)
		}
	}
}
