package journal

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
)

// Backup writes a copy of the journal to path, which must not exist. It is whole and consistent, made while the journal
// is in use, readable by the owner only. What still waits to be written is not in it. Package documentation tells how
// to restore one.
func (j *Journal) Backup(ctx context.Context, path string) error {
	return j.read(func(r *Reader) error { return r.Backup(ctx, path) })
}

// Backup writes a copy of the journal; see Journal.Backup.
func (r *Reader) Backup(ctx context.Context, path string) (err error) {
	if exists(path) {
		return fmt.Errorf("backup: %s exists", path)
	}
	// Under another name until it is whole: half a copy must not be taken for one.
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("backup to %s: %w", path, errors.Join(err, os.Remove(part)))
		}
	}()
	defer f.Close()
	if _, err := r.db.ExecContext(ctx, "VACUUM INTO ?", "file:"+(&url.URL{Path: part}).EscapedPath()); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if exists(path) {
		return errors.New("it exists by now")
	}
	return os.Rename(part, path)
}
