// Package journal keeps what was asked and what was answered, so that an answer can be reproduced and gaps in the
// content be seen.
//
// Record and Feedback put their matter into a bounded queue and return; one goroutine writes it to an SQLite file in
// batches. An answer therefore never waits for the journal and never fails with it: while the file cannot be written
// the queue holds what fits, the rest is dropped and counted, and writing goes on by itself once it can.
//
// Invariants: personal data is masked (see Mask) before anything is written; who asked is not kept; nothing outlives
// Options.Retention, files set aside as corrupt included; a batch is in the file whole or not at all.
//
// # Files
//
// The file has SQLite's -wal and -shm beside it while it is open. A process killed at any moment loses at most what was
// still in the queue. A corrupt file is renamed to NAME.corrupt-TIME and a new one is begun. All are readable by their
// owner only. The directory is not created: it is the operator's to choose and to protect.
//
// # Backup and restore
//
// Backup writes a consistent copy while the journal is in use; OpenReader does so beside a running server. A copy
// is not reached by retention: who keeps copies removes them in time. Restore puts a copy in the journal's place; the
// file that was there is set aside as NAME.replaced-TIME, with what its -wal holds. A running server notices and goes on
// with the copy.
package journal
