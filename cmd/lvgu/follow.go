package main

import (
	"context"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"lvgu/folder"
	"lvgu/index/corpus"
)

const (
	// idleBuilder is how long the site's builder is kept for the next edit. Who edits a page saves it several times in
	// an hour; a server that nobody edits needs no second process.
	idleBuilder = 20 * time.Minute
	// retryAfter is when publishing is tried again after an error that is none of the content's, as of a full disk.
	retryAfter = 5 * time.Second
	// afterMidnight keeps a clock that is a little fast from finding the day before.
	afterMidnight = 2 * time.Second
	// clockCheck is how often the day is looked at besides: a clock that is set moves no timer.
	clockCheck = 10 * time.Minute
)

// follower keeps what is served up with the content: with a folder as it is edited, and with the day, for what a policy
// promises ends at midnight.
type follower struct {
	*publisher
	read    func() (*folder.Snapshot, error)
	dir     string // empty: the content built in, which changes with the day only
	log     *slog.Logger
	version string // of the snapshot that was published or refused last
	day     string // for which it was
	failed  bool   // it was neither: something else went wrong
}

// update publishes the content if it is new, or refuses it and says why. Only the end of ctx is an error.
func (f *follower) update(ctx context.Context) error {
	now := time.Now().In(beijing)
	content, err := f.read()
	if err != nil {
		f.refuse(corpus.Faults{{Path: ".", Line: 1, Message: "内容文件夹读不了", Fix: "核对 --content 指向的文件夹是否还在、能否打开"}}, err)
		return nil
	}
	day := now.Format(time.DateOnly)
	if content.Version() == f.version && day == f.day && !f.failed {
		return nil
	}
	began := time.Now()
	faults, err := f.publish(ctx, content, now)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	f.version, f.day, f.failed = content.Version(), day, err != nil
	switch {
	case err != nil:
		f.refuse(corpus.Faults{{Path: ".", Line: 1, Message: "内容没有错误，但服务器没能更新网站，稍后会自动再试", Fix: "请网站管理员看服务器日志（磁盘是否满了）"}}, err)
	case faults.Err() != nil:
		f.refuse(faults, nil)
	default:
		debug.FreeOSMemory() // a build leaves more garbage than all that serves
		f.log.Info("content is live", "spent", time.Since(began))
	}
	return nil
}

// maxLogged bounds the lines about one refusal: a page that all others link to is reported by each of them.
const maxLogged = 50

// refuse leaves the last good version as it is and says why: on the log, on /readyz and in a preview.
func (f *follower) refuse(faults corpus.Faults, cause error) {
	if cause != nil {
		f.failed = true
		f.log.Error("content could not be published; the version before stays", "error", cause)
	}
	logged := 0
	for _, fault := range errorsOf(faults) {
		if cause == nil && logged < maxLogged {
			f.log.Warn("content refused; the version before stays", "fault", fault.String())
		}
		logged++
	}
	if logged > maxLogged {
		f.log.Warn("content refused", "faults", logged)
	}
	f.srv.Refuse(faults)
}

// begin publishes for the first time. Content with faults ends the server, but for a preview, which shows them.
func (f *follower) begin(ctx context.Context, cmd *cobra.Command) error {
	now := time.Now().In(beijing)
	content, err := f.read()
	if err != nil {
		return usage(cmd, err)
	}
	faults, err := f.publish(ctx, content, now)
	f.version, f.day = content.Version(), now.Format(time.DateOnly)
	if err != nil || faults.Err() == nil {
		return err
	}
	if f.preview && f.dir != "" {
		f.refuse(faults, nil)
		return nil
	}
	return refusal(cmd, faults)
}

// run follows until ctx ends.
func (f *follower) run(ctx context.Context) error {
	defer f.close()
	changed := make(chan struct{}, 1)
	if f.dir != "" {
		watching := make(chan struct{})
		go func() {
			defer close(watching)
			folder.Watch(ctx, f.dir, folder.Options{Logger: f.log}, func() {
				select {
				case changed <- struct{}{}:
				default: // an update is to come anyway
				}
			})
		}()
		defer func() { <-watching }()
	}
	idle, retry, midnight := time.NewTimer(idleBuilder), time.NewTimer(retryAfter), time.NewTimer(untilLook(time.Now()))
	defer idle.Stop()
	defer retry.Stop()
	defer midnight.Stop()
	if f.dir == "" {
		f.close()
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-idle.C:
			f.close()
			continue
		case <-changed:
		case <-midnight.C:
			now := time.Now()
			midnight.Reset(untilLook(now))
			if now.In(beijing).Format(time.DateOnly) == f.day {
				continue
			}
		case <-retry.C:
			if !f.failed {
				continue
			}
		}
		if err := f.update(ctx); err != nil {
			return nil
		}
		idle.Reset(idleBuilder)
		retry.Reset(retryAfter)
	}
}

// untilLook is the time until the day is looked at again: to the next day where the zone is, or less.
func untilLook(now time.Time) time.Duration {
	now = now.In(beijing)
	midnight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, beijing)
	return min(midnight.Sub(now)+afterMidnight, clockCheck)
}
