package assistant

// The gate. Each is a share of the question's weight, from 0 to 1; chosen on the golden questions, see
// testdata/golden.jsonl and the committed table of its scores.
const (
	minSupport      = 0.63 // of the whole question, by a sentence and where it stands, see sight.support
	whoSupport      = 0.03 // how much more a question for a person needs: offices and firms are named everywhere
	longRelief      = 0.20 // how much less a long question needs: more of its words only describe
	longTerms       = 12   // of the words and pairs of a question that is long
	minAttribute    = 0.30 // of what is asked about the subject, by a sentence and its heading
	minWhen         = 0.45 // of that, asked when: dates of other things stand everywhere
	minAsked        = 0.62 // likeness to a typical question at which a passage counts as the one that was written for it
	writtenFor      = 0.85 // likeness to a typical question at which the passage was written for this very one
	writtenBonus    = 0.5
	askedShare      = 1.0  // what likeness to a typical question is worth
	learnedShare    = 0.25 // what one unit of the learned score is worth beside the bonuses
	sameYearBonus   = 0.4  // what it is worth that a sentence speaks of the year that the question names
	policyBonus     = 0.4  // what it is worth that a sentence is a policy's, where the question is what support there is
	namedShare      = 0.4  // what it is worth that a sentence holds what is asked about the thing named
	otherPenalty    = 0.3  // what it is worth less when it stands on the page of another such thing
	rowPenalty      = 0.15 // what a table row is worth less, where no figure is asked for: a sentence says it whole
	introPenalty    = 0.5  // what a sentence about "it" before the first heading is worth less: it says of what the page is
	travelBonus     = 0.6  // what a sentence about roads and routes is worth, asked how to get there
	contentsPenalty = 0.5  // what a sentence is worth less that says what stands on the pages of a section
	titledBonus     = 0.8  // what it is worth that the page's title holds all of a question that only names its matter
	maxBareTerms    = 4    // words and pairs of characters of such a question; a longer one says itself what it is
	gapPagePenalty  = 1.0  // what a sentence of the page of what is not held is worth less
	listBonus       = 0.3  // what it is worth that a sentence counts up several, where the question asks which
	ownPageBonus    = 0.5  // what it is worth that a sentence stands on the page of the thing named
	likeliestBonus  = 0.5  // what a quantity of the kind that the question most likely wants is worth
	whenBonus       = 0.6  // what it is worth besides, asked when something named was: how long it took is told in the same words
	minSameAsked    = 0.25 // of what is asked of the things named, by a typical question or its passage, for it to be like
	minAskedGap     = 0.45 // that likeness for a gap, where nothing else holds nearly as much of the question
	clearlyMore     = 0.20 // by how much the gap must hold more of it
)

// gapPage lists what is not held. What it tells of the neighbourhood stands better on the page that it is about.
const gapPage = "guide/not-published"
