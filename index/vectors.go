package index

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// vectorKey names a text and the model that embedded it.
type vectorKey [16]byte

// VectorCache keeps vectors by the texts they stand for, so that only what changed is embedded again. It is safe for
// concurrent use.
type VectorCache struct {
	path, model string

	mu      sync.Mutex // guards what follows
	vectors map[vectorKey][]float32
	used    map[vectorKey]bool
	changed bool
}

// vectorFile is the cache's file in its folder.
const vectorFile = "vectors"

// OpenVectorCache reads the cache in the folder dir, which it makes when needed; an empty dir keeps vectors in memory only.
// model names what embeds: vectors of another are not used. A damaged file counts as empty.
func OpenVectorCache(dir, model string) (*VectorCache, error) {
	c := &VectorCache{model: model, vectors: map[vectorKey][]float32{}, used: map[vectorKey]bool{}}
	if dir == "" {
		return c, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	c.path = filepath.Join(dir, vectorFile)
	data, err := os.ReadFile(c.path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, err
	}
	if vectors, err := decodeVectors(data); err == nil {
		c.vectors = vectors
	}
	return c, nil
}

func (c *VectorCache) key(text string) vectorKey {
	sum := sha256.Sum256([]byte(c.model + "\x00" + text))
	return vectorKey(sum[:16])
}

// get returns the vector of a text, nil without one.
func (c *VectorCache) get(text string) []float32 {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := c.key(text)
	c.used[key] = true
	return c.vectors[key]
}

func (c *VectorCache) put(text string, v []float32) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.vectors[c.key(text)] = v
	c.changed = true
}

// save writes the vectors that were asked for since the cache was opened, aside and renamed when whole.
func (c *VectorCache) save() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.path == "" || !c.changed {
		return nil
	}
	e := encoder{}
	for key, v := range c.vectors {
		if c.used[key] {
			e.buf = append(e.buf, key[:]...)
			put(&e, v)
		}
	}
	data := binary.LittleEndian.AppendUint32(e.buf, crc32.Checksum(e.buf, castagnoli))
	if err := writeSynced(c.path+".new", data); err != nil {
		return err
	}
	if err := os.Rename(c.path+".new", c.path); err != nil {
		return err
	}
	c.changed = false
	return nil
}

func decodeVectors(data []byte) (map[vectorKey][]float32, error) {
	body, err := checked(data)
	if err != nil {
		return nil, err
	}
	vectors := map[vectorKey][]float32{}
	d := decoder{rest: body}
	for len(d.rest) > 0 && !d.failed {
		var key vectorKey
		copy(key[:], d.bytes(len(key)))
		var v []float32
		get(&d, &v)
		vectors[key] = v
	}
	if d.failed {
		return nil, errDamaged
	}
	return vectors, nil
}
