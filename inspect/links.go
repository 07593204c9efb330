package inspect

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"
)

// reachability judges links, and the way by which a visitor asks.
func reachability(built fs.FS, pages []page) []Item {
	dead, silent, hosts, asks := []string{}, []string{}, map[string]bool{}, false
	for _, p := range pages {
		for _, a := range p.elements("a") {
			target, err := url.Parse(attribute(a, "href"))
			switch {
			case err != nil:
				dead = append(dead, p.name+" → "+attribute(a, "href"))
			case target.Host != "" && strings.Contains(attribute(a, "rel"), "external"):
				hosts[target.Host] = true
			case target.Host != "" && !ownAddress(p, target):
				silent = append(silent, p.name+" → "+target.Host)
			case target.Path != "" && !exists(built, base(p), target.Path):
				dead = append(dead, p.name+" → "+target.Path)
			}
		}
		for _, form := range p.elements("form") {
			asks = asks || attribute(form, "data-endpoint") != ""
		}
	}
	return []Item{
		{indicators, "没有打不开的站内链接", judge(len(dead) == 0), fmt.Sprintf("%d 条%s", len(dead), list(dead))},
		{indicators, "离开本站有提示", judge(len(silent) == 0), fmt.Sprintf("没有提示的 %d 条%s", len(silent), list(silent))},
		{indicators, "外链内容合法、可打开", Manual, fmt.Sprintf("本站链向 %d 个站外主机，请逐个点开", len(hosts))},
		{indicators, "有能用的咨询渠道", judge(asks), "每页入口通到绿谷问策；留言三个月内要回复"},
		{indicators, "严重表述错误、泄密", Manual, "请校对人员通读"},
		{indicators, "一周内打不开的次数不到 5%", Manual, "看运维监测（/healthz）"},
		{indicators, "办事指南写明名称、依据、条件、材料", Manual, "看“投资指南”各页"},
	}
}

// base is the address of the site, as the page's canonical link shows it: "/" or "/topics/zone/".
func base(p page) string {
	for _, link := range p.elements("link") {
		if attribute(link, "rel") != "canonical" {
			continue
		}
		own, err := url.Parse(attribute(link, "href"))
		if err != nil {
			return "/"
		}
		return strings.TrimSuffix(own.Path, strings.TrimSuffix(p.name, "index.html"))
	}
	return "/"
}

// ownAddress reports whether a link with a host leads to this site.
func ownAddress(p page, target *url.URL) bool {
	for _, link := range p.elements("link") {
		if own, err := url.Parse(attribute(link, "href")); attribute(link, "rel") == "canonical" && err == nil {
			return own.Host == target.Host
		}
	}
	return false
}

// exists reports whether a path leads to a file of the site; what the server answers itself, its interfaces, does too.
func exists(built fs.FS, base, target string) bool {
	name := strings.TrimPrefix(target, base)
	if strings.HasPrefix(name, "api/") || !strings.HasPrefix(target, base) {
		return strings.HasPrefix(name, "api/")
	}
	if path.Ext(name) == "" {
		name = path.Join(name, "index.html")
	}
	_, err := fs.Stat(built, strings.TrimPrefix(name, "/"))
	return err == nil
}
