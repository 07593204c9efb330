package main

import (
	"io/fs"
	"log/slog"
	"time"

	"github.com/spf13/pflag"

	"lvgu/site"
)

// siteOptions are the settings of a build of the site.
type siteOptions struct {
	baseURL  string
	preview  bool
	identity site.Identity
}

func (o *siteOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.baseURL, "base-url", "", "address of the site as visitors see it; empty: the root of whatever host serves it")
	flags.BoolVar(&o.preview, "preview", false, "show drafts, and what is still to be filled in")
	// No identifier has a default: an invented one would be worse than none.
	flags.StringVar(&o.identity.SiteName, "site-name", "", "standard name of the site; empty: the zone's name")
	flags.StringVar(&o.identity.SiteDomain, "site-domain", "", "registered domain of the site")
	flags.StringVar(&o.identity.SiteIDCode, "site-id-code", "", "government site code, ten digits (网站标识码)")
	flags.StringVar(&o.identity.ICP, "icp", "", "ICP record number (ICP 备案号)")
	flags.StringVar(&o.identity.PoliceRecord, "police-record", "", "public-security record number (公安备案号)")
	flags.StringVar(&o.identity.Organiser, "organiser", "", "organisation that runs the site (主办单位)")
	flags.StringVar(&o.identity.ContactText, "contact-text", "", "how to reach it, in words")
	flags.StringVar(&o.identity.ContactURL, "contact-url", "", "page on which to reach it")
	flags.StringVar(&o.identity.PartyMark, "party-mark", "", "address of the site's entry in the register of party and government sites (党政机关网站标识)")
	fromEnv(flags, "base-url", "preview", "site-name", "site-domain", "site-id-code", "icp", "police-record",
		"organiser", "contact-text", "contact-url", "party-mark")
}

// of is what package site needs to build the content.
func (o *siteOptions) of(content fs.FS, log *slog.Logger) site.Options {
	return site.Options{
		Content:  content,
		BaseURL:  o.baseURL,
		Preview:  o.preview,
		Identity: o.identity,
		Now:      time.Now().In(beijing),
		Logger:   log,
	}
}
