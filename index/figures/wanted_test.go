package figures

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWanted(t *testing.T) {
	when, share, price, count, term := []Kind{Date, Period, Duration}, []Kind{Percent, Ratio}, []Kind{Money, Percent, Ratio}, []Kind{Count, Number}, []Kind{Duration, Date, Period}
	tests := []struct {
		question string
		want     []Kind
	}{
		{"基金规模多少钱？", []Kind{Money}},
		{"工业用地一亩多少钱？", []Kind{Money}},
		{"国家工业用地最低价多少？", []Kind{Money}},
		{"人才公寓租金多少？", []Kind{Money}},
		{"水价、天然气价、蒸汽价多少？", []Kind{Money}},
		{"购置设备能补多少？", price},
		{"闲置费多少？", price},
		{"企业所得税多少？", price},
		{"买节能设备抵多少税？", price},
		{"试用期工资多少？", price},
		{"年薪60万要交多少个税", price},
		{"分红要交多少个人所得税", price},
		{"企业要交多少所得税", price},
		{"张江飞地多大？", []Kind{Area}},
		{"经开区总面积多大？", []Kind{Area}},
		{"绿色产业基金多大？", []Kind{Money, Area}},
		{"宁波飞地多少亩？", []Kind{Area}},
		{"还有多少地？", []Kind{Area}},
		{"入驻了多少家企业？", count},
		{"引进了几个项目？", count},
		{"清单有多少条？", count},
		{"裁多少人算裁员？", count},
		{"兑现了多少人才奖励？", price},
		{"Which cities have stationed investment promotion teams?", nil},
		{"契税比例是多少？", share},
		{"拿地契税几个点？", share},
		{"高企税率多少？", share},
		{"材料收入要占几成？", share},
		{"小规模征收率多少？", share},
		{"契税税率？", share},
		{"晶睿建成用了多久？", term},
		{"工业用地最长多少年？", term},
		{"亏损能结转几年？", term},
		{"有效期多长？", term},
		{"机场跑道多长？", []Kind{Length}},
		{"到港口多远？", []Kind{Length}},
		{"机场什么时候通航？", when},
		{"何时施行？", when},
		{"哪年升为国家级？", []Kind{Date, Period}},
		{"试行到什么时候？", []Kind{Date, Period}},
		{"文号是多少？", []Kind{DocumentNumber}},
		{"招商电话是多少？", []Kind{Code, Number}},
		{"全国排第几？", []Kind{Ordinal}},
		{"设计时速多少？", []Kind{Quantity, Duration}},
		{"货邮吞吐多少吨？", []Kind{Weight}},
		{"季度32万交多少？", amounts},
		{"机床厂门槛多少？", amounts},
		{"还有多少地？多久能拿到？", []Kind{Area, Duration, Date, Period}},

		{"How much is the fund?", []Kind{Money, Percent, Ratio, Area, Weight, Count, Quantity, Number}},
		{"How much land is available?", []Kind{Area}},
		{"How many firms have moved in?", count},
		{"How many years of carry-forward are there?", []Kind{Duration}},
		{"How many mu is the Ningbo zone?", []Kind{Area}},
		{"How large is the Zhangjiang zone?", []Kind{Area, Money, Percent, Number}},
		{"How long is the industrial land term?", term},
		{"How long is the runway?", []Kind{Length}},
		{"How far is the port?", []Kind{Length}},
		{"How soon can we get land?", term},
		{"What is the CIT rate?", share},
		{"What rate do small firms pay?", share},
		{"What is the penalty for a year of idleness?", price},
		{"What is the national floor price?", []Kind{Money}},
		{"What allowance does a PhD receive?", price},
		{"What is the term of the policy?", []Kind{Duration, Period}},
		{"When did the airport open?", when},
		{"Until when is it valid?", []Kind{Date, Period}},
		{"Which year starts the holiday?", []Kind{Date, Period}},
		{"How do I apply, and when is the money paid?", when},
		{"What is its document number?", []Kind{DocumentNumber}},
		{"What is the zone's national ranking?", []Kind{Ordinal, Number}},

		{"峡谷有多长？", []Kind{Duration, Length, Date, Period}},
		{"他参赛时多大？", []Kind{Count, Duration, Number}},
		{"在百强榜排名多少？", []Kind{Ordinal, Number, Count}},
		{"税务局梳理了多少可在网上办理的涉税缴费事项？", []Kind{Count, Money, Percent, Ratio, Area, Length, Weight, Duration, Quantity, Number}},
		{"纳税服务热线是多少？", []Kind{Code, Number}},
		{"What is the term for an estate firm?", nil},
		{"In which area did the firm build?", nil},

		{"从加拿多大学获得了什么学位？", nil},
		{"jingrui electronics when started construction", when},
		{"外资能直接拿工业用地吗？", nil},
		{"五大产业集群是哪几个？", nil},
		{"这几年有什么变化？", nil},
		{"几乎免税吗？", nil},
		{"怎么申请？", nil},
		{"税率能优惠吗？", nil},
		{"人数怎么算？", nil},
		{"Can a foreign-owned company hold industrial land?", nil},
		{"When we build a plant, can we lease it?", nil},
		{"What happens when input VAT is reversed?", nil},
		{"Who decides the rate?", nil},
		{"", nil},
	}
	for _, test := range tests {
		got, ok := Wanted(test.question)
		if diff := cmp.Diff(test.want, got); diff != "" || ok != (test.want != nil) {
			t.Errorf("Wanted(%q) = %v, %v (-want +got):\n%s", test.question, got, ok, diff)
		}
	}
}
