package eval

import "runtime"

// liveBytes returns the bytes of reachable heap. It collects garbage first, so it is slow.
func liveBytes() int64 {
	runtime.GC()
	runtime.GC() // the second frees what finalizers of the first let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
