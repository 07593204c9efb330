package journal

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func rawOpen(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := connect(path, url.Values{"_txlock": {"immediate"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func rawExec(t *testing.T, path, statements string) {
	t.Helper()
	db := rawOpen(t, path)
	if _, err := db.ExecContext(t.Context(), statements); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestMigrate(t *testing.T) {
	fsys := fstest.MapFS{
		"migrations/0001_a.sql": {Data: []byte("CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1);")},
		"migrations/0002_b.sql": {Data: []byte("ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1;")},
		"migrations/0003_c.sql": {Data: []byte("CREATE TABLE c (x INTEGER); INSERT INTO nowhere VALUES (1);")},
	}
	list, err := steps(fsys)
	if err != nil {
		t.Fatal(err)
	}
	db := rawOpen(t, tempPath(t))
	for _, n := range []int{1, 1, 2} { // step by step, and once more
		if err := migrate(t.Context(), db, list[:n]); err != nil {
			t.Fatal(err)
		}
	}
	if err := migrate(t.Context(), db, list); err == nil || !strings.Contains(err.Error(), "0003") {
		t.Errorf("migrate() = %v, want the bad step named", err)
	}
	var y, version, tables int
	row := db.QueryRowContext(t.Context(), "SELECT y, (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema) FROM a")
	if err := row.Scan(&y, &version, &tables); err != nil {
		t.Fatal(err)
	}
	if y != 2 || version != 2 || tables != 1 {
		t.Errorf("y, version, tables = %d, %d, %d; want 2, 2, 1: the bad step left no trace", y, version, tables)
	}
}

func TestStepsAreNumberedWithoutGaps(t *testing.T) {
	if _, err := steps(migrations); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"migrations/0002_b.sql", "migrations/b.sql"} {
		if _, err := steps(fstest.MapFS{name: {}}); err == nil {
			t.Errorf("steps(%s) = nil, want an error", name)
		}
	}
}

func TestFilesThatAreForPeopleToDecideOn(t *testing.T) {
	tests := []struct {
		name, statements string
		want             error
		message          string
	}{
		{"newer", "PRAGMA application_id = 0x6c766775; PRAGMA user_version = 99", ErrNewer, "schema 99"},
		{"of something else", "CREATE TABLE payroll (name TEXT)", ErrForeign, "something else"},
		{"of something else, marked", "PRAGMA application_id = 7", ErrForeign, "something else"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := tempPath(t)
			rawExec(t, path, test.statements)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, err = Open(t.Context(), path, Options{})
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.message) || !strings.Contains(err.Error(), path) {
				t.Errorf("Open() = %v, want %v with %q", err, test.want, test.message)
			}
			if _, err := OpenReader(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("OpenReader() = %v, want %v", err, test.want)
			}
			if _, err := Forget(t.Context(), path, "a"); !errors.Is(err, test.want) {
				t.Errorf("Forget() = %v, want %v", err, test.want)
			}
			after, err := os.ReadFile(path)
			if err != nil || string(after) != string(before) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}

func TestReaderWantsTheSchemaOfToday(t *testing.T) {
	path := tempPath(t)
	rawExec(t, path, "PRAGMA application_id = 0x6c766775")
	if _, err := OpenReader(t.Context(), path); err == nil || !strings.Contains(err.Error(), "older") {
		t.Errorf("OpenReader() = %v, want an error about an older schema", err)
	}
	if _, err := OpenReader(t.Context(), path+"x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("OpenReader() = %v, want %v", err, os.ErrNotExist)
	}
}

func TestTwoProgramsMigrateAtOnce(t *testing.T) {
	path := tempPath(t)
	errs := make(chan error)
	for range 4 {
		go func() {
			j, err := Open(context.Background(), path, Options{})
			if err == nil {
				j.Record(Record{ID: rand.Text()})
				err = j.Close()
			}
			errs <- err
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if got := len(ids(t, mustOpen(t, path, Options{}), Filter{})); got != 4 {
		t.Errorf("%d records, want those of all four", got)
	}
}
