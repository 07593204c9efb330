package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Forget removes the records with these IDs from the journal at path, beside the program that writes it if need be, and
// returns how many there were. It is what a person is answered with who asks for deletion; copies made by Backup are
// not reached.
func Forget(ctx context.Context, path string, ids ...string) (n int, err error) {
	if _, err := os.Stat(path); err != nil {
		return 0, err
	}
	s, err := openStore(ctx, path, false)
	if err != nil {
		return 0, fmt.Errorf("journal %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, s.close()) }()
	for _, id := range ids {
		removed, err := s.remove(ctx, `WHERE id = ?`, id)
		if n += removed; err != nil {
			return n, err
		}
	}
	return n, s.compact(ctx)
}
