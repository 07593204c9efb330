package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// Restore puts the backup in the place of the journal at path and returns the name under which the file that was there is
// set aside; "" when there was none. A backup that is damaged, newer than this program or no journal changes nothing.
func Restore(ctx context.Context, backup, path string, now time.Time) (aside string, err error) {
	r, err := OpenReader(ctx, backup)
	if err != nil {
		return "", err
	}
	copied := path + ".restoring"
	err = errors.Join(r.Backup(ctx, copied), r.Close())
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if exists(path) {
		if aside, err = setAside(path, asideReplaced, now); err != nil {
			return "", fmt.Errorf("restore: set the journal aside: %w", errors.Join(err, os.Remove(copied)))
		}
	}
	if err := os.Rename(copied, path); err != nil {
		return aside, fmt.Errorf("restore: %w", err)
	}
	return aside, nil
}
