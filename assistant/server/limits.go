package server

import "time"

// What comes from outside is bounded here; each limit names its reason.
const (
	// maxBody is for the longest legal request: ten turns with long answers stay well below it.
	maxBody = 64 << 10
	// maxQuestion is in runes. A question that is longer is a document, and retrieval only loses by it.
	maxQuestion = 500
	// maxTurns is how far back a follow-up may refer; the page keeps no more.
	maxTurns = 10
	// maxComment is in runes: a remark, not a letter.
	maxComment = 500
	// maxHits is what one page of search results can show usefully.
	maxHits = 50
	// maxSuggest is how many suggestions a list under a field can show without being scrolled far.
	maxSuggest = 20
	// maxSection is in bytes; the names of the site's sections are short words.
	maxSection = 40
	// maxAnswerID is in bytes; identifiers given out are shorter.
	maxAnswerID = 64

	// maxHeader holds a long question in an address (500 runes are 6 KB when escaped) and cookies of other
	// programs on the same host.
	maxHeader = 32 << 10
	// readHeaderTimeout cuts off clients that send a byte at a time.
	readHeaderTimeout = 5 * time.Second
	// readTimeout is for 64 KiB over the worst mobile connection.
	readTimeout = 20 * time.Second
	// writeTimeout is for the largest file of the site over such a connection; streams renew their own.
	writeTimeout = 60 * time.Second
	// eventTimeout is how long a client may take to read one event of a stream.
	eventTimeout = 10 * time.Second
	// idleTimeout keeps a connection for the next page of a reader who is reading.
	idleTimeout = 90 * time.Second
	// shutdownGrace is what requests in flight have left when the server stops; service managers kill after
	// three times as long.
	shutdownGrace = 10 * time.Second
	// hearTimeout is how much of it a connection that was accepted just before has to ask: far more than a request is on
	// its way once it is connected, and little for one that a browser keeps in store.
	hearTimeout = 2 * time.Second

	// answerTimeout bounds one answer. Extraction takes milliseconds; the rest is for a model.
	answerTimeout = 60 * time.Second
	// gateWait is how long a question waits for its turn before the visitor is told to come back: a person waits
	// longer than this, a queue must not.
	gateWait = 2 * time.Second
	// gateQueue is how many may wait for each one that is being answered.
	gateQueue = 4
	// busyRetry is the Retry-After of an answer refused because the server is busy or not ready.
	busyRetry = 5 * time.Second

	// maxAddresses bounds the addresses whose rate is remembered: a few megabytes, and more than ask in an hour.
	maxAddresses = 10_000
	// maxFaults is how many faults of the content /readyz tells; the log has them all.
	maxFaults = 20
	// lookupFactor is how many searches or remarks are allowed for one answer.
	lookupFactor = 4
	// suggestFactor is how many lists of suggestions are allowed for one answer: a person who types without a pause asks
	// for five a second.
	suggestFactor = 20
)

// Defaults of what Config and a search leave open.
const (
	// DefaultHits is what a visitor reads before asking again.
	DefaultHits = 10
	// DefaultAnswerRate is in answers a minute from one address: fast for a person, slow for a program; a whole
	// office may share one address.
	DefaultAnswerRate = 60
	// DefaultModelAddress is in answers a day that a model words for one address: a long conversation of several people.
	DefaultModelAddress = 200
	// DefaultModelTotal is the same for all together. Each costs money or a share of a processor; what is past it is quoted.
	DefaultModelTotal = 5_000
	// DefaultMaxAnswers is how many answers are worked on at once. Extraction keeps a core busy, so more would only
	// make all of them slower; a model's answers mostly wait.
	DefaultMaxAnswers = 64
)
