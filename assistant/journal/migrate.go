package journal

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// migrations holds the steps of the schema. Each is applied once, in the order of its number; the number of the last
// is the file's user_version. A step that was released is never edited: the next one follows it.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as a journal ("lvgu").
const applicationID = 0x6c766775

// steps returns the statements of the steps, first to last.
func steps(fsys fs.FS) ([]string, error) {
	names, err := fs.Glob(fsys, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	list := make([]string, len(names))
	for i, name := range names { // sorted by fs.Glob
		var n int
		if _, err := fmt.Sscanf(name, "migrations/%04d_", &n); err != nil || n != i+1 {
			return nil, fmt.Errorf("%s: want number %04d", name, i+1)
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		list[i] = string(b)
	}
	return list, nil
}

// verify says whether the file is a journal that this program can read, and returns its version: zero for an empty one.
func verify(ctx context.Context, db *sql.DB, latest int) (int, error) {
	var id, version, tables int
	row := db.QueryRowContext(ctx, `SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id AS a, pragma_user_version AS v`)
	if err := row.Scan(&id, &version, &tables); err != nil {
		return 0, err
	}
	switch {
	case id != applicationID && (id != 0 || version != 0 || tables != 0):
		return 0, ErrForeign
	case version > latest:
		return 0, fmt.Errorf("%w: schema %d, this program knows %d; use that program or another file", ErrNewer, version, latest)
	}
	return version, nil
}

// migrate brings the schema up to the last step.
func migrate(ctx context.Context, db *sql.DB, steps []string) error {
	for {
		version, err := verify(ctx, db, len(steps))
		if err != nil || version == len(steps) {
			return err
		}
		if err := step(ctx, db, version, steps[version]); err != nil {
			return fmt.Errorf("migration %04d: %w", version+1, err)
		}
	}
}

// step applies the step after version, unless another process was quicker.
func step(ctx context.Context, db *sql.DB, version int, statements string) error {
	tx, err := db.BeginTx(ctx, nil) // takes the write lock at once
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var current int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&current); err != nil || current != version {
		return err
	}
	if _, err := tx.ExecContext(ctx, statements); err != nil {
		return err
	}
	// PRAGMA takes no parameters.
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version+1)); err != nil {
		return err
	}
	return tx.Commit()
}
