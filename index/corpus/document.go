package corpus

// Languages of the content.
const (
	Chinese = "zh"
	English = "en"
)

// Corpus is everything that was read from one content folder. It is immutable after Load.
type Corpus struct {
	Documents []*Document // ordered by Path; drafts are left out
	Passages  []*Passage  // in document order, documents ordered by Path
	Version   string      // first 12 hex digits of the SHA-256 over all paths and bytes

	documents map[string]*Document // by language and ID, as "zh/policies/x"
	passages  map[string]*Passage  // by ID
}

// Document is one Markdown page in one language.
type Document struct {
	ID       string // without language and extension: "enclaves/shanghai-zhangjiang"; a section page: "enclaves"; home: ""
	Path     string // slash-separated, relative to the content root: "enclaves/shanghai-zhangjiang.en.md"
	Lang     string // Chinese or English
	Section  string // first element of ID: "enclaves"; empty for home
	URL      string // site path: "/en/enclaves/shanghai-zhangjiang/"
	Title    string
	Summary  string
	Date     string // publication, YYYY-MM-DD
	AsOf     string // YYYY, YYYY-MM or YYYY-MM-DD
	Sources  []Source
	Keywords []string // other names a reader may use
	Topics   []string
	Clusters []string
	Audience []string

	// Policy fields; empty elsewhere.
	Level          string // national, province, city or zone
	Region         string
	DocumentNumber string
	Issuer         string
	Issued         string
	Effective      string
	Expires        string
	Status         Status
	StatusNote     string // why this status, in a sentence
	SupersededBy   string // ID of a policy
	SupersededNote string // the successor where it is not a page
	Applies        string // to firms of the zone: yes, no, past or unknown; empty elsewhere
	AppliesNote    string
	FullText       bool // the page holds the whole document in its own words, and not clauses in ours
	Benefits       []Benefit

	// Enclave fields; empty elsewhere.
	City      string
	Area      string
	Functions []string // what stays there
	InLishui  []string // what comes to Lishui

	// Cluster fields; empty elsewhere.
	Chain []Link

	// Channels of attracting investment, of the guide page that describes them; empty elsewhere.
	Channels []Channel

	// Fund fields; empty elsewhere. A fund's level is in Level.
	Size string

	// Home fields; empty elsewhere.
	Examples []string // questions to ask the assistant

	// Story fields; empty elsewhere.
	Company    string
	Cluster    string
	Stage      string
	Milestones []Milestone
	Claims     []Claim

	// English pages.
	TranslationOf string // Path of the Chinese page
	SourceHash    string // first 12 hex digits of the SHA-256 of that page when it was translated
	Lagging       bool   // the Chinese page has changed since
}

// Status says what may be promised on the strength of a policy or of an enclave.
type Status string

// The statuses of policies and of their clauses.
const (
	InForce     Status = "in-force"
	Expired     Status = "expired"
	Unverified  Status = "unverified"
	TextNotHeld Status = "text-not-held"
)

// The statuses of enclaves.
const (
	Operating Status = "operating"
	Full      Status = "full"
	Opened    Status = "opened"
	Planned   Status = "planned"
)

// Source is where a statement was read.
type Source struct {
	ID         string // named by a heading's source attribute; unique in its document
	Title      string
	Publisher  string
	Date       string // YYYY, YYYY-MM or YYYY-MM-DD
	URL        string // empty where there is none that is public and official
	Confidence string // A or B
}

// Benefit is a clause's rule in structured form. Figures are written as in the clause: "100%", "500万元".
type Benefit struct {
	Clause     string // anchor
	Kind       string // deduction, exemption, reduction, credit, deferral, grant, subsidy, allowance, loan or limit
	Rate       string
	Cap        string
	Threshold  string
	Base       string
	Unit       string
	Conditions string
	Term       string
}

// Milestone is one dated step of a story's project.
type Milestone struct {
	Date   string
	Text   string
	Source string // ID of a Source; empty where the page has only one
}

// Link is one link of a cluster's industry chain.
type Link struct {
	Stage   string // upstream, midstream or downstream
	Name    string
	Firms   []string
	Missing bool // openly without a firm
}

// Claim is one statement of a story with its figure.
type Claim struct {
	Text   string
	Figure string
	AsOf   string
	Source string // ID of a Source
}

// PassageKind says how a passage may be used.
type PassageKind string

// The kinds of passage.
const (
	Prose PassageKind = ""      // a section or clause
	Row   PassageKind = "row"   // one row of a table, with the header's names
	Gap   PassageKind = "gap"   // a question we hold no answer to: what is known nearby, and whom to ask
	Table PassageKind = "table" // a table whole, as a list under the block before it; never among Corpus.Passages
)

// Passage is a citable clause: a heading with the text up to the next heading, or one row of a table.
type Passage struct {
	ID         string // Document.Lang + "/" + Document.ID + "#" + Anchor, a row adds "/r1", a whole table "/t1"; unique in the corpus
	Document   *Document
	Kind       PassageKind
	Anchor     string   // the heading's id as Hugo prints it; empty for text before the first heading
	URL        string   // Document.URL, and where there is an anchor "#" + Anchor
	Breadcrumb []string // headings above this one, outermost first, without the document's title
	Heading    string   // plain text; empty for text before the first heading
	Header     string   // a row's column names, joined by "；" ("; " in English); empty elsewhere
	Text       string   // plain text as shown on the page; blocks and list items one a line; a row as "列：值；列：值" ("column: value; …" in English)
	Lists      []Lines  // the lines of Text that are items of a list, for each list; nil where there is none
	Cells      []Cell   // a row's cells; nil elsewhere
	Table      *Passage // of a row, the table that it is of; of a section with one table, that; nil elsewhere
	Line       int      // of the heading or row in the file, from 1
	Questions  []string // typical questions that this passage answers

	// What the heading's attributes say, or else the document.
	AsOf    string
	Sources []Source
	Status  Status
	Expires string
	Article string // the original text's own number: 第12条
	Code    string // the clause's number in the calculators' rules: A01-2
}

// Lines are some lines of a text, counted from 0: from Start to before End.
type Lines struct{ Start, End int }

// Cell is one cell of a table row.
type Cell struct{ Column, Value string }
