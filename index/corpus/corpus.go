package corpus

// Document returns the page with the ID in the language, or nil.
func (c *Corpus) Document(lang, id string) *Document { return c.documents[lang+"/"+id] }

// Passage returns the passage with the ID, or nil.
func (c *Corpus) Passage(id string) *Passage { return c.passages[id] }

// Twin returns the passage of the same document and anchor in the other language, the same row for a row;
// nil where the translation lacks it.
func (c *Corpus) Twin(p *Passage) *Passage {
	lang := English
	if p.Document.Lang == English {
		lang = Chinese
	}
	return c.passages[lang+p.ID[len(p.Document.Lang):]]
}
