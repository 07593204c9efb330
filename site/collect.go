package site

import "runtime/debug"

const (
	// buildGC is how far the heap of a build may grow between two collections, in percent of what is in use. A build lives
	// for seconds and leaves little to collect twice: with Go's own 100 a quarter of its time goes into looking.
	buildGC = 400
	// buildHeap is how large the heap may grow for that, in bytes: what a build of 10,000 stories takes in any case. Smaller
	// sites stay far below it.
	buildHeap = 1200 << 20
	// buildGCFiles is up to how many files that is done: what is in use by more comes near the limit, and then looking for
	// what is left over would be all that is done.
	buildGCFiles = 12_000
)

// CollectSeldom prepares this process for a build of so many files of content, after which it ends or is of no further
// interest: it collects garbage seldom while that costs no memory that it would not take anyway.
func CollectSeldom(files int) {
	if files <= buildGCFiles {
		debug.SetGCPercent(buildGC)
		debug.SetMemoryLimit(buildHeap)
	}
}
