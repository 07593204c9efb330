package main

import (
	"testing"
	"time"
)

func TestUntilLook(t *testing.T) {
	tests := []struct {
		name string
		now  time.Time
		want time.Duration
	}{
		{"midday", time.Date(2026, 11, 23, 12, 0, 0, 0, beijing), clockCheck},
		{"a second before midnight", time.Date(2026, 11, 23, 23, 59, 59, 0, beijing), time.Second + afterMidnight},
		{"the same, told in UTC", time.Date(2026, 11, 23, 15, 59, 59, 0, time.UTC), time.Second + afterMidnight},
		{"midnight", time.Date(2026, 11, 24, 0, 0, 0, 0, beijing), clockCheck},
	}
	for _, tt := range tests {
		if got := untilLook(tt.now); got != tt.want {
			t.Errorf("%s: untilLook(%v) = %v, want %v", tt.name, tt.now, got, tt.want)
		}
	}
}
