package journal

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// asked returns records of these questions, each a minute after the one before.
func asked(questions ...string) []Record {
	var list []Record
	for n, q := range questions {
		r := recordAt(n, start.Add(time.Duration(n)*time.Minute))
		r.Question = q
		list = append(list, r)
	}
	return list
}

// questions lists the groups by their questions.
func questions(groups []Group) [][]string {
	var list [][]string
	for _, g := range groups {
		var q []string
		for _, r := range g.Records {
			q = append(q, r.Asked())
		}
		list = append(list, q)
	}
	return list
}

var mixed = asked(
	"员工公寓怎么申请？", "上海张江飞地有多大？", "工业用地最低价是多少", "请问如何申请员工公寓",
	"What is the lowest price of industrial land?", "有没有地铁？", "工业用地的最低价", "杭州飞地有多大？",
	"申请员工公寓", "有地铁吗", "industrial land: lowest prices", "？？", "丽水市区有学校吗", "工业用地最低价格多少钱一亩？", "？？",
	"高新技术企业2025年补贴多少", "高新技术企业补贴多少",
)

func TestCluster(t *testing.T) {
	want := [][]string{
		{"工业用地最低价格多少钱一亩？", "工业用地的最低价", "工业用地最低价是多少"},
		{"申请员工公寓", "请问如何申请员工公寓", "员工公寓怎么申请？"},
		{"高新技术企业补贴多少", "高新技术企业2025年补贴多少"},
		{"？？", "？？"},
		{"industrial land: lowest prices", "What is the lowest price of industrial land?"},
		{"有地铁吗", "有没有地铁？"},
		{"丽水市区有学校吗"},
		{"杭州飞地有多大？"},
		{"上海张江飞地有多大？"},
	}
	if diff := cmp.Diff(want, questions(Cluster(mixed))); diff != "" {
		t.Errorf("Cluster() (-want +got):\n%s", diff)
	}
}

func TestClusterKeepsPlacesApart(t *testing.T) {
	places := []string{"上海张江", "上海嘉定", "杭州", "深圳", "苏州", "宁波"}
	var list []string
	for range 3 {
		for _, place := range places {
			list = append(list, place+"飞地的面积是多少", place+"飞地面积")
		}
	}
	groups := Cluster(asked(list...))
	if len(groups) != len(places) {
		t.Errorf("Cluster() = %v, want one group a place", questions(groups))
	}
}

func TestClusterIsDeterministic(t *testing.T) {
	want := questions(Cluster(mixed))
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		shuffled := append([]Record(nil), mixed...)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(want, questions(Cluster(shuffled))); diff != "" {
			t.Fatalf("Cluster() of another order (-want +got):\n%s", diff)
		}
	}
}

func TestClusterCounts(t *testing.T) {
	list := asked("有地铁吗", "地铁有吗？", "有没有地铁")
	list[0].Outcome, list[1].Outcome = Declined, Declined
	list[1].Feedback, list[2].Feedback = &Feedback{Useful: false}, &Feedback{Useful: true}
	list[2].Question, list[2].Completed = "那呢", "有没有地铁"
	groups := Cluster(list)
	if len(groups) != 1 || len(groups[0].Records) != 3 || groups[0].Declined != 2 || groups[0].NotUseful != 1 {
		t.Errorf("Cluster() = %+v, want one group of 3, 2 declined, 1 not useful", groups)
	}
	if groups := Cluster(nil); len(groups) != 0 {
		t.Errorf("Cluster(nil) = %v, want none", groups)
	}
}

// manyQuestions returns n questions, few of them alike word by word.
func manyQuestions(n int) []Record {
	random := rand.New(rand.NewPCG(3, 4))
	subjects := []string{"半导体企业", "医药企业", "装备制造项目", "时尚产业", "外资企业", "小微企业", "高新技术企业", "专精特新企业", "飞地研发中心", "物流企业"}
	matters := []string{"用地价格", "厂房租金", "人才补贴", "研发费用加计扣除", "所得税优惠", "贷款贴息", "设备投资奖励", "员工公寓", "子女入学", "环评审批", "用电价格", "出口退税"}
	ends := []string{"多少", "怎么申请", "有什么条件", "什么时候发放", "找哪个部门", "有上限吗", "可以叠加吗", "要哪些材料"}
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s第%d年在%s的%s%s", subjects[random.IntN(len(subjects))], random.IntN(30),
			[]string{"丽水", "经开区", "水阁", "富岭", "上海", "杭州"}[random.IntN(6)], matters[random.IntN(len(matters))], ends[random.IntN(len(ends))])
	}
	return asked(list...)
}

func BenchmarkCluster(b *testing.B) {
	list := manyQuestions(10_000)
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(len(Cluster(list))), "groups")
	}
}
