package site

import "runtime/debug"

const (
	// buildGC is how far the heap of a build may grow between two collections, in percent of what is in use. A build lives
	// for seconds and leaves little to collect twice: with Go's own 100 a quarter of its time goes into looking.
	buildGC = 400
	// buildGCFiles is up to how many files that is done: five times the shipped content, some hundred megabytes more.
	buildGCFiles = 2_000
)

// CollectSeldom prepares this process for a build of so many files of content, after which it ends or is of no further
// interest: it collects garbage seldom while there is little of it.
func CollectSeldom(files int) {
	if files <= buildGCFiles {
		debug.SetGCPercent(buildGC)
	}
}
