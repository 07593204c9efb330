package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"
)

// Options say what a build is made of. The zero value of each field has a meaning; Content or ContentDir must be set.
type Options struct {
	Content    fs.FS    // rooted at the content folder; copied for the build
	ContentDir string   // the same as a real folder, which Hugo then reads in place; wins over Content
	BaseURL    string   // where the site will stand: "https://example.org/zone/"; empty: the root of whatever host serves it
	Preview    bool     // drafts are shown, and what the owner has not filled in yet
	Identity   Identity // who runs the site
	Now        time.Time
	Logger     *slog.Logger // takes Hugo's warnings; nil discards them
	// Process is a command line that calls RunHugo with its standard input and output, so that what Hugo leaves in memory
	// goes with it. Empty, or when it cannot be started: Hugo runs in this process.
	Process []string
}

// Identity is what a government site says of itself on every page. What is empty is left out, and shown as missing in a preview.
type Identity struct {
	SiteName     string `json:"siteName,omitempty"` // standard name; empty: the zone's name
	SiteDomain   string `json:"siteDomain,omitempty"`
	SiteIDCode   string `json:"siteIdCode,omitempty"` // 网站标识码
	ICP          string `json:"icp,omitempty"`        // ICP 备案号
	PoliceRecord string `json:"policeRecord,omitempty"`
	Organiser    string `json:"organiser,omitempty"` // 主办单位
	ContactText  string `json:"contactText,omitempty"`
	ContactURL   string `json:"contactUrl,omitempty"`
	PartyMark    string `json:"partyMark,omitempty"` // address of the entry in the register of party and government sites (党政机关网站标识)
}

// workPrefix begins the names of the temporary folders of builds.
const workPrefix = "lvgu-site-"

// Build writes the whole site below dest, which is created. Files that stand there already and are not part of the site
// stay; after an error dest may hold a part of the site. An error about the content is an *Error.
func Build(ctx context.Context, dest string, opts Options) (err error) {
	dest, err = filepath.Abs(dest)
	if err != nil {
		return fmt.Errorf("site: destination %q: %w", dest, err)
	}
	work, err := os.MkdirTemp("", workPrefix)
	if err != nil {
		return fmt.Errorf("site: temporary folder: %w", err)
	}
	defer func() {
		if rmErr := os.RemoveAll(work); err == nil && rmErr != nil {
			err = fmt.Errorf("site: temporary folder: %w", rmErr)
		}
	}()
	// A path in Hugo's messages is real: macOS and some containers keep temporary files behind a link.
	if work, err = filepath.EvalSymlinks(work); err != nil {
		return fmt.Errorf("site: temporary folder: %w", err)
	}
	p, err := newProject(work, opts)
	if err != nil {
		return err
	}
	e, err := p.newEngine(ctx, dest, opts, false)
	if err != nil {
		return err
	}
	err = p.build(ctx, e, dest, opts.Now, opts, nil)
	return errors.Join(err, e.close())
}
