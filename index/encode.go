package index

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// formatVersion changes with what encode writes and with what the packed texts mean.
const formatVersion = 1

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// encode writes what a collection of one part knows, but for its store, as little-endian numbers with a checksum.
func encode(c *collection) []byte {
	p := c.parts[0]
	e := encoder{}
	words := make([]string, len(c.lexicon.numbers))
	for word, n := range c.lexicon.numbers {
		words[n] = word
	}
	e.number(len(words))
	for _, word := range words {
		e.number(len(word))
		e.buf = append(e.buf, word...)
	}
	put(&e, p.places)
	put(&e, p.codes)
	put(&e, p.asked)
	put(&e, c.ords[0])
	e.number(len(c.entries))
	for i := range c.entries {
		e.put(c.entries[i].fixed())
	}
	e.number(len(c.groups))
	for i := range c.groups {
		e.number(int(c.groups[i].cited))
		put(&e, c.groups[i].passages)
	}
	return binary.LittleEndian.AppendUint32(e.buf, crc32.Checksum(e.buf, castagnoli))
}

// fixedEntry is an entry as it is written.
type fixedEntry struct {
	Start, Own, End, Length, Asked             uint32
	Group, Place, Article                      int32
	Asks, OwnTokens, SharedTokens, NovelTokens uint16
	Marks, HeadingTokens                       uint16
	Colon                                      bool
}

func (e *entry) fixed() fixedEntry {
	return fixedEntry{
		e.start, e.own, e.end, e.length, e.asked, e.group, e.place, e.article,
		e.asks, e.ownTokens, e.sharedTokens, e.novelTokens, e.marks, e.headingTokens, e.colon,
	}
}

func (f *fixedEntry) entry() entry {
	return entry{
		start: f.Start, own: f.Own, end: f.End, length: f.Length, asked: f.Asked, group: f.Group, place: f.Place, article: f.Article,
		asks: f.Asks, ownTokens: f.OwnTokens, sharedTokens: f.SharedTokens, novelTokens: f.NovelTokens, marks: f.Marks,
		headingTokens: f.HeadingTokens, colon: f.Colon,
	}
}

// encoder appends numbers.
type encoder struct{ buf []byte }

func (e *encoder) number(n int) { e.buf = binary.LittleEndian.AppendUint32(e.buf, uint32(n)) }

func (e *encoder) put(v any) {
	buf, err := binary.Append(e.buf, binary.LittleEndian, v)
	if err != nil {
		panic(err) // the types written are of fixed size
	}
	e.buf = buf
}

// put writes the length of a slice of numbers, and them.
func put[T any](e *encoder, list []T) {
	e.number(len(list))
	e.put(list)
}

var errDamaged = errors.New("the file is damaged or of another version")

// decode reads what encode wrote.
func decode(data []byte) (*collection, error) {
	body, err := checked(data)
	if err != nil {
		return nil, err
	}
	d := decoder{rest: body}
	c := &collection{lexicon: newLexicon(), parts: []*part{{}}, ords: make([][]int32, 1)}
	for n := range d.number() {
		c.lexicon.numbers[string(d.bytes(d.number()))] = uint32(n)
	}
	get(&d, &c.parts[0].places)
	get(&d, &c.parts[0].codes)
	get(&d, &c.parts[0].asked)
	get(&d, &c.ords[0])
	var entries []fixedEntry
	get(&d, &entries)
	c.entries = make([]entry, len(entries))
	for i := range entries {
		c.entries[i] = entries[i].entry()
	}
	c.groups = make([]group, min(d.number(), len(entries)))
	for i := range c.groups {
		c.groups[i].cited = int32(d.number())
		get(&d, &c.groups[i].passages)
	}
	if d.failed || len(d.rest) > 0 {
		return nil, errDamaged
	}
	return c, nil
}

// checked returns data without the checksum at its end, which must be right.
func checked(data []byte) ([]byte, error) {
	at := len(data) - crc32.Size
	if at < 0 || crc32.Checksum(data[:at], castagnoli) != binary.LittleEndian.Uint32(data[at:]) {
		return nil, errDamaged
	}
	return data[:at], nil
}

// decoder takes numbers from the front of rest. Once it failed, all that it returns is empty.
type decoder struct {
	rest   []byte
	failed bool
}

func (d *decoder) bytes(n int) []byte {
	if d.failed || n > len(d.rest) {
		d.failed = true
		return nil
	}
	taken := d.rest[:n]
	d.rest = d.rest[n:]
	return taken
}

func (d *decoder) number() int {
	if b := d.bytes(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

// get reads what put wrote.
func get[T any](d *decoder, list *[]T) {
	n := d.number()
	size := binary.Size(*new(T))
	if b := d.bytes(n * size); b != nil {
		*list = make([]T, n)
		if _, err := binary.Decode(b, binary.LittleEndian, *list); err != nil {
			d.failed = true
		}
	}
}
