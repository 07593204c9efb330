package site

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/bep/clocks"
	"github.com/bep/logg"
	"github.com/fsnotify/fsnotify"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/common/types"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
)

// running guards what Hugo keeps in globals, its clock and a logger: one build runs at a time.
var running sync.Mutex

// setup is what a Hugo is made with, once.
type setup struct {
	Work    string // for caches
	Project string // folder of the Hugo project
	Dest    string // where the site is written
	Files   int    // in the content
	BaseURL string // as in Options
	Preview bool
	Follows bool // it will be told of changes: Hugo then remembers what depends on what, some 30 MB for 400 pages
}

// change is a file of the content that is new or has been written, by its place on the disk.
type change struct {
	Name  string
	Added bool
	Alone bool // it shows on its own page and the translation only
}

// hugo is Hugo over one project, which it may build again as files change. After an error nothing more can be built.
type hugo struct {
	sites  *hugolib.HugoSites
	log    loggers.Logger
	report bytes.Buffer // what the last build wrote
}

// newHugo reads the configuration.
func newHugo(s setup) (*hugo, error) {
	running.Lock()
	defer running.Unlock()
	h := &hugo{}
	h.log = loggers.New(loggers.Options{DistinctLevel: logg.LevelWarn, Level: logg.LevelWarn, StdOut: &h.report, StdErr: &h.report})
	settings := s.settings()
	environment := settings.GetString("environment")
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags: settings, Fs: hugofs.Os, Filename: "hugo.toml," + buildConfig, Environment: environment, Logger: h.log,
		Environ:      []string{"HUGO_ENVIRONMENT=" + environment}, // not that of the process: it is no input of a build
		SkipNpmCheck: true,
	})
	if err != nil {
		return nil, err
	}
	for _, config := range configs.LanguageConfigMap {
		config.Params["fn"] = functions{} // Hugo has no way to add functions of its own, but calls the methods of what it is given
	}
	files := hugofs.NewFromSourceAndDestination(hugofs.Os, hugofs.Os, settings)
	h.sites, err = hugolib.NewHugoSites(deps.DepsCfg{Configs: configs, Fs: files, StdOut: &h.report, StdErr: &h.report, LogLevel: logg.LevelWarn})
	return h, err
}

func (s setup) settings() config.Provider {
	environment, baseURL := "production", s.BaseURL
	if s.Preview {
		environment = "preview"
	}
	if baseURL == "" {
		baseURL = "/"
	}
	settings := config.New()
	settings.Set("workingDir", s.Project)
	settings.Set("publishDir", s.Dest)
	settings.Set("publishDirStatic", s.Dest)
	settings.Set("publishDirDynamic", s.Dest)
	settings.Set("cacheDir", filepath.Join(s.Work, "cache"))
	settings.Set("baseURL", baseURL)
	settings.Set("environment", environment)
	settings.Set("buildDrafts", s.Preview)
	settings.Set("internal", hmaps.Params{"running": false, "watch": s.Follows})
	return settings
}

// build builds the site as of now, after the first time only what the changes have a part in. It returns what Hugo wrote,
// for faults that templates report are only there, Hugo's own error, and why Hugo was not asked. A build that has begun
// cannot be stopped; one that still waits gives up with ctx.
func (h *hugo) build(ctx context.Context, now time.Time, changes []change) (report string, hugoErr, err error) {
	running.Lock()
	defer running.Unlock()
	if err := ctx.Err(); err != nil {
		return "", nil, err
	}
	htime.Clock = clocks.Start(now)
	h.report.Reset()
	h.log.Reset()
	h.sites.Log.Reset()
	loggers.SetGlobalLogger(h.log)
	hugoErr = buildOrStop(h.sites, func() error {
		return h.sites.Build(hugolib.BuildCfg{NoBuildLock: true, RecentlyTouched: h.narrow(changes)}, events(changes)...)
	})
	return h.report.String(), hugoErr, nil
}

// narrow has the next build render only the pages that the changes show on, where each of them is alone, as Hugo does for an
// author who looks at one page: it leaves the others for a build after a change of another kind. It returns their addresses.
func (h *hugo) narrow(changes []change) *types.EvictingQueue[string] {
	urls := types.NewEvictingQueue[string](2 * maxChanged) // a page and its translation
	narrow := len(changes) > 0
	for _, c := range changes {
		page := h.sites.GetContentPage(c.Name)
		if !c.Alone || page == nil {
			narrow = false
			break
		}
		for _, p := range page.AllTranslations() {
			urls.Add(p.RelPermalink())
		}
	}
	for _, config := range h.sites.Configs.LanguageConfigMap {
		config.Internal.FastRenderMode = narrow
	}
	return urls
}

// events are changes as Hugo takes them.
func events(changes []change) []fsnotify.Event {
	var list []fsnotify.Event
	for _, c := range changes {
		op := fsnotify.Write
		if c.Added {
			op = fsnotify.Create
		}
		list = append(list, fsnotify.Event{Name: c.Name, Op: op})
	}
	return list
}

func (h *hugo) close() error {
	if err := h.sites.Close(); err != nil {
		return fmt.Errorf("closing hugo: %w", err)
	}
	return nil
}
