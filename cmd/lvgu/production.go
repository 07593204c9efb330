package main

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// requirement is a setting that a public site must have, or should.
type requirement struct {
	flag   string
	met    bool
	advice bool // a public site may do without
	why    string
}

// siteIDCode is the form of the code that the register of government websites gives (国办发〔2017〕47号).
var siteIDCode = regexp.MustCompile(`^\d{10}$`)

// requirements are what the rules for government websites, and for services that generate text, ask of a public site.
func (o *serveOptions) requirements() []requirement {
	id := o.site.identity
	rows := []requirement{
		{"base-url", strings.HasPrefix(o.site.baseURL, "https://"), false, "canonical links need the public address, https://…"},
		{"site-name", id.SiteName != "", false, "the standard name stands in every page's meta (国办发〔2017〕47号)"},
		{"site-domain", id.SiteDomain != "", false, "so does the domain"},
		{"site-id-code", siteIDCode.MatchString(id.SiteIDCode), false, "the government site code (网站标识码) has ten digits; it stands in meta and footer"},
		{"organiser", id.Organiser != "", false, "the footer names who runs the site (主办单位)"},
		{"contact-text", id.ContactText != "", false, "and how to reach them; answers point there"},
		{"icp", id.ICP != "", false, "the ICP record number (ICP 备案号) stands in the footer"},
		{"police-record", id.PoliceRecord != "", false, "so does the public-security record number (公安备案号)"},
		{"preview", !o.site.preview, false, "drafts and what is missing are for staff only"},
		{"party-mark", id.PartyMark != "", true, "the mark of party and government sites (党政机关网站标识) is shown once its address is known"},
		{"journal", o.journal.path != "", true, "without it no answer can be looked up later, and unanswered questions are not seen"},
		{"metrics-addr", o.metricsAddr != "", true, "without it nobody is told when something is wrong"},
	}
	if o.limits.TLS == nil && o.tls.certFile == "" {
		rows = append(rows, requirement{"trusted-proxies", o.limits.TrustedProxies > 0, true,
			"plain HTTP is for a proxy in front: say how many, or all visitors share one limit"})
	}
	if o.model.config.BaseURL != "" {
		rows = append(rows, requirement{"llm-producer", strings.TrimSpace(o.model.producer) != "", false,
			"a model's registered name and filing number stand with what it words (生成式人工智能服务管理暂行办法)"})
	}
	return rows
}

// checkProduction finds what a public site must have and this has not, all of it.
func (o *serveOptions) checkProduction() error {
	var missing []error
	for _, r := range o.requirements() {
		if !r.met && !r.advice {
			missing = append(missing, fmt.Errorf("--%s: %s", r.flag, r.why))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("--production: %d settings are missing (lvgu serve --check-config explains)\n%w", len(missing), errors.Join(missing...))
}

// explainConfig writes each requirement with whether it is met, and ends with errReported when a public site may not start so.
func explainConfig(cmd *cobra.Command, opts serveOptions) error {
	opts.production = false
	if err := opts.check(); err != nil {
		return usage(cmd, err)
	}
	_, c, err := loadContent(cmd)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "ok       content %s: %d pages without a fault\n", c.Version, len(c.Documents))
	refused := false
	for _, r := range opts.requirements() {
		refused = writeRequirement(out, r) || refused
	}
	if refused {
		fmt.Fprintln(out, "\nwith --production the server does not start while something is missing")
		return errReported
	}
	return nil
}

// writeRequirement writes one line and reports whether a public site may not start for it.
func writeRequirement(out io.Writer, r requirement) bool {
	state := "missing"
	switch {
	case r.met:
		state = "ok"
	case r.advice:
		state = "advice"
	}
	fmt.Fprintf(out, "%-8s --%s (%s): %s\n", state, r.flag, envName(r.flag), r.why)
	return state == "missing"
}
