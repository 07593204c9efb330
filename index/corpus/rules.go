package corpus

// The rules, as Fault.Rule names them. docs and tests list them by these constants.
const (
	// RuleFile: every file can be read, is at most MaxFileSize long, and is no symbolic link, for Hugo follows none.
	RuleFile = "file"
	// RuleName: names of files and folders are lower-case Latin letters, digits and hyphens, for they become addresses.
	RuleName = "name"
	// RuleAddress: no two pages have the same address.
	RuleAddress = "address"
	// RuleEncoding: text is valid UTF-8.
	RuleEncoding = "encoding"
	// RuleByteOrder (warning): a file does not begin with a byte order mark.
	RuleByteOrder = "byte-order"
	// RuleLineEnd (warning): lines end with LF.
	RuleLineEnd = "line-end"

	// RuleFrontMatter: a page begins with YAML front matter between two lines of three hyphens.
	RuleFrontMatter = "front-matter"
	// RuleYAML: the front matter is well-formed YAML, a mapping, without anchors and aliases.
	RuleYAML = "yaml"
	// RuleKey: the front matter holds only keys that the page's type has, each once.
	RuleKey = "key"
	// RuleType: each value has its key's type; what looks like a number or a date but is text is quoted.
	RuleType = "type"
	// RuleMissing: what every page of the type must have is there.
	RuleMissing = "missing"
	// RulePlaceholder: nothing is left of what a scaffold asks its author to fill in.
	RulePlaceholder = "placeholder"
	// RuleWord: a word from a closed list (status, level, topic, cluster …) is in the vocabulary.
	RuleWord = "word"

	// RuleDate: a date is YYYY, YYYY-MM or YYYY-MM-DD, and in the calendar.
	RuleDate = "date"
	// RuleDateOrder: issued, effective and expires do not run backwards, nor do milestones.
	RuleDateOrder = "date-order"
	// RuleRetroactive (warning): a policy takes effect before it was issued; possible, but often a slip.
	RuleRetroactive = "retroactive"
	// RuleFuture: nothing is published or as of a day to come; Hugo leaves out pages dated in the future.
	RuleFuture = "future"

	// RuleSource: a source's id is short Latin and unique in its page.
	RuleSource = "source"
	// RuleSourceUnknown: what refers to a source by id names one of the page's.
	RuleSourceUnknown = "source-unknown"
	// RuleURL: an external address is http or https on a public host.
	RuleURL = "url"

	// RuleStatus: a status does not contradict expiry dates, today's date or supersededBy.
	RuleStatus = "status"
	// RuleSuperseded: supersededBy names a policy page, and following it comes to an end.
	RuleSuperseded = "superseded"
	// RulePlanned: a planned enclave is not described as existing; its area given as one that exists is a warning.
	RulePlanned = "planned"
	// RuleClause: benefits and questions name a clause of their page.
	RuleClause = "clause"
	// RuleBenefit: a benefit's figures stand in the text of its clause, and those of the home page and of channels where they link to.
	RuleBenefit = "benefit"

	// RuleHeading: a body's headings are ## and ###, and below in a full text; top level, none skipped, none empty.
	RuleHeading = "heading"
	// RuleAnchor: clauses of a policy, and every ## elsewhere, have an explicit anchor; anchors are well formed.
	RuleAnchor = "anchor"
	// RuleAnchorRepeated: no anchor stands twice in a page.
	RuleAnchorRepeated = "anchor-repeated"
	// RuleAttribute: a heading's attributes are known, quoted and well formed.
	RuleAttribute = "attribute"
	// RuleMarkup: Markdown means what its author meant: no emphasis that stayed asterisks, no range read as struck out.
	RuleMarkup = "markup"
	// RuleHTML: bodies hold no HTML but comments and <br>; the site does not show it.
	RuleHTML = "html"
	// RuleShortcode: bodies hold no Hugo shortcodes; the index could not read them.
	RuleShortcode = "shortcode"
	// RuleAlt: an image has a text alternative.
	RuleAlt = "alt"

	// RuleLink: an internal link is written as a path from the content root, ending in .md.
	RuleLink = "link"
	// RuleDeadLink: an internal link leads to a published page and to an anchor that it has.
	RuleDeadLink = "dead-link"

	// RuleTwin (warning): a Chinese page has its English twin.
	RuleTwin = "twin"
	// RuleOriginal: an English page has its Chinese page and names it in translationOf.
	RuleOriginal = "original"
	// RuleLag (warning): sourceHash is the hash of the Chinese page as it is now.
	RuleLag = "lag"
	// RuleTwinAnchor: twins have the same explicit anchors; a warning while the translation lags.
	RuleTwinAnchor = "twin-anchor"
	// RuleTwinValue: twins agree in sources, dates, status and attributes; a warning while the translation lags.
	RuleTwinValue = "twin-value"
	// RuleTwinFigure (warning): an English passage's amounts and percentages stand in its Chinese passage, also by value.
	RuleTwinFigure = "twin-figure"

	// RulePersonal: pages hold no telephone numbers and no identity card numbers.
	RulePersonal = "personal"
	// RuleIdentifier: pages hold no filing numbers (ICP, public security, map); they are configuration.
	RuleIdentifier = "identifier"
	// RuleTaxReward: nothing promises a reward tied to taxes paid, by 《公平竞争审查条例》第10条.
	RuleTaxReward = "tax-reward"
	// RuleSuperlative (warning): a superlative stands in a section that names its source.
	RuleSuperlative = "superlative"
	// RuleFigure: a section with a figure has a source and an as-of date.
	RuleFigure = "figure"
)
