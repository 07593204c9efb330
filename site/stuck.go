package site

import (
	"errors"
	"time"
)

// stuckAfter is how long Hugo may take to end once it has said that it stops: pages that are being made are finished.
const stuckAfter = 5 * time.Second

// errStuck stands in for the faults of pages that Hugo did not come to report.
var errStuck = errors.New("Hugo 在十个网页出错后停住了，没有说出原因：请先用 lvgu check 检查，再看最近改动的网页和图片")

// buildOrStop has Hugo build. At the tenth page that fails Hugo stops, and then it may not return: what hands out the pages
// waits for workers that have left. It is then left waiting, with what it holds; a builder begins anew after an error.
func buildOrStop(sites interface{ Done() <-chan bool }, build func() error) error {
	built := make(chan error, 1)
	go func() { built <- build() }()
	select {
	case err := <-built:
		return err
	case <-sites.Done():
	}
	select {
	case err := <-built:
		return err
	case <-time.After(stuckAfter):
		return errStuck
	}
}
