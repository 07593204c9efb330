package assistant

import (
	"context"
	"strings"
	"testing"
)

func TestConversionOnlyWhenAsked(t *testing.T) {
	a := open(t, nil)
	tests := []struct{ question, want string }{
		{"上海张江飞地面积是多少亩？", "2.1 万平方米约合 31.5 亩"},
		{"上海张江飞地面积是多少公顷？", "2.1 万平方米约合 2.1 公顷"},
		{"上海张江飞地面积多大？", ""},
		{"上海张江飞地面积是多少平方米？", ""},
	}
	for _, tt := range tests {
		answer, err := a.Ask(context.Background(), Question{Text: tt.question})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, n := range answer.Notices {
			if n.Code == NoticeConversion {
				got = n.Text
			}
		}
		if got == "" != (tt.want == "") || !strings.HasPrefix(got, tt.want) {
			t.Errorf("%q: conversion %q, want %q; answer %q", tt.question, got, tt.want, answer.Text)
		}
		if strings.Contains(answer.Text, "31.5") {
			t.Errorf("%q: the conversion stands in the quotation %q", tt.question, answer.Text)
		}
	}
}

func TestJoined(t *testing.T) {
	tests := []struct {
		text       string
		head, tail string
	}{
		{"张江飞地租金多少，面积多大", "张江飞地租金多少", "面积多大"},
		{"How large is it and when did it open?", "How large is it", "when did it open?"},
		{"我是做芯片的，能拿到什么补贴", "", ""},
		{"杭州飞地和宁波飞地哪个大", "", ""},
	}
	for _, tt := range tests {
		head, tail, ok := joined(tt.text)
		if head != tt.head || tail != tt.tail || ok != (tt.head != "") {
			t.Errorf("joined(%q) = %q, %q, %v", tt.text, head, tail, ok)
		}
	}
}
