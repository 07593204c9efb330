package block

// Document is the text of one file.
type Document struct {
	Blocks []Block
	Left   []Left
	Notes  []string // what the reader did that its user should know, a Chinese sentence each
	Meta   Meta
}

// Block is one paragraph, or one table.
type Block struct {
	Text    string // without line ends; empty for a table
	Table   *Table
	Heading int  // level from 1 that the file itself gives a heading; 0 for what it does not mark as one
	Title   bool // the file marks it as the title of the whole
	Center  bool // it stands in the middle of its line
}

// Left is a text that has no place in the page.
type Left struct {
	Why  string // what it is, in Chinese: 页眉, 批注, 目录
	Text string
}

// Meta is what a file says of itself beside its text. What it does not say is empty.
type Meta struct {
	Title     string
	Published string // YYYY-MM-DD
}

// Leave lists a text that is left out; a blank one is not worth listing.
func (d *Document) Leave(why, text string) {
	if text = Squeeze(text); text != "" {
		d.Left = append(d.Left, Left{Why: why, Text: text})
	}
}

// Add appends a paragraph's lines, each as a block like b; blank ones are dropped.
func (d *Document) Add(b Block, text string) {
	for _, line := range Lines(text) {
		b.Text = line
		d.Blocks = append(d.Blocks, b)
	}
}

// Empty reports whether there is no text at all.
func (d *Document) Empty() bool { return len(d.Blocks) == 0 }
