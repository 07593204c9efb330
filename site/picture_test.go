package site

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// photograph is a picture as staff would put it into the folder, as PNG.
func photograph(t *testing.T, width, height int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			picture.Set(x, y, color.RGBA{R: uint8(x / 8), G: uint8(y / 8), B: 90, A: 255})
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// withFiles is the fixture's content with more files.
func withFiles(t *testing.T, files map[string][]byte) fs.FS {
	t.Helper()
	content := fstest.MapFS{}
	for name, data := range readAll(t, "testdata/content") {
		content[name] = &fstest.MapFile{Data: []byte(data)}
	}
	for name, data := range files {
		content[name] = &fstest.MapFile{Data: data}
	}
	return content
}

// pictureIn finds the first picture of a page's main part and returns its attributes.
func pictureIn(t *testing.T, page string) map[string]string {
	t.Helper()
	for node := range parse(t, page).Descendants() {
		if node.Type != html.ElementNode || node.Data != "img" {
			continue
		}
		attributes := map[string]string{}
		for _, a := range node.Attr {
			attributes[a.Key] = a.Val
		}
		return attributes
	}
	t.Fatalf("no picture in %s", page)
	return nil
}

// Staff put a picture beside a story's file, or into a folder of its own together with the story; the English page
// shows the same file.
func TestPicturesOfStories(t *testing.T) {
	const text = "\n![厂房正门](hall.png)\n"
	story := func(name string) []byte { return []byte(readPage(t, "testdata/content/stories", name) + text) }
	photo := photograph(t, 2000, 1000)
	dir := t.TempDir()
	err := Build(t.Context(), dir, Options{Now: buildDay, Content: withFiles(t, map[string][]byte{
		"stories/first.md":           story("first.md"),
		"stories/first.en.md":        story("first.en.md"),
		"stories/hall.png":           photo,
		"stories/second/index.md":    story("first.md"),
		"stories/second/index.en.md": story("first.en.md"),
		"stories/second/hall.png":    photo,
	})})
	if err != nil {
		t.Fatalf("Build(stories with pictures) = %v", err)
	}
	for _, page := range []string{"stories/first", "en/stories/first", "stories/second", "en/stories/second"} {
		t.Run(page, func(t *testing.T) { checkPicture(t, dir, pictureIn(t, readPage(t, dir, page+"/index.html"))) })
	}
	for _, name := range walk(t, dir, "hall.png") {
		t.Errorf("%s is published, though no page shows it", name)
	}
}

func checkPicture(t *testing.T, dir string, img map[string]string) {
	t.Helper()
	for key, want := range map[string]string{"alt": "厂房正门", "width": "1600", "height": "800", "loading": "lazy"} {
		if img[key] != want {
			t.Errorf("the picture's %s is %q, want %q", key, img[key], want)
		}
	}
	if img["sizes"] == "" {
		t.Error("the picture does not say how wide it is shown")
	}
	widths := map[string]string{}
	for _, candidate := range strings.Split(img["srcset"], ",") {
		address, width, _ := strings.Cut(strings.TrimSpace(candidate), " ")
		widths[width] = address
	}
	if got, want := slices.Sorted(maps.Keys(widths)), []string{"1600w", "480w", "960w"}; !slices.Equal(got, want) {
		t.Errorf("srcset has %v, want %v", got, want)
	}
	for _, address := range append(slices.Collect(maps.Values(widths)), img["src"]) {
		file, err := os.ReadFile(path.Join(dir, address))
		if err != nil {
			t.Errorf("the picture of %q is not there: %v", address, err)
		} else if kind := http.DetectContentType(file); kind != "image/webp" {
			t.Errorf("%q is %s, want image/webp", address, kind)
		}
	}
}
