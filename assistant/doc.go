// Package assistant answers questions about the zone from the passages of its content.
//
// The extractive answer is the base: passages are retrieved, sentences are selected that hold what is asked for,
// and they are quoted with numbered citations. Nothing else is said, but for short leads and notices that hold no
// figure of their own. When no sentence is evidence enough, the question is declined: what is known nearby is
// shown, and whom to ask.
//
// How a question becomes an answer, one file a step:
//
//	question.go   language, kind, the quantity wanted, the parts of a question
//	entity.go     the names that the content knows, and which of them a question means
//	followup.go   a question that leans on the turn before is completed
//	sentence.go   passages into sentences
//	reading.go    what is read of a passage once, however many questions meet it
//	form.go       what a question asks for besides figures: a cause, a place, a person
//	supported.go  whom support is asked for: a policy for another trade is no answer
//	feature.go    what tells the sentence that answers, with the weights of selection.go
//	evidence.go   how well a sentence supports an answer, and the gate between answering and declining
//	extract.go    the sentences chosen; table.go: a table whole, where each of its rows is asked for
//	premise.go    a state that a question takes for so, and whether the text says otherwise
//	conversion.go an area in the unit asked for, as a notice: it is ours, not the text's
//	compose.go    text, sources and notices
//
// Where a model is at hand, it completes follow-ups (rewrite.go) and words the answer that was found:
//
//	prompt.go     what it is asked, from prompts/
//	wording.go    its sentences as they come, each shown, or withheld and a quotation shown instead
//	whole.go      where a sentence ends; tidy.go: the sentence as it may be shown
//	guard.go      the checks; holding.go: what a source says, taken apart for them; then one file a kind of check
//	generate.go   whether the model's words become the answer, and their labels
//
// Invariants: an answer is answered or declined, never both; every sentence of an answered one carries a citation
// that resolves to a source shown; every figure in its text stands in the passage cited; a planned enclave is
// never said to be open and an expired clause never supports what can be had today.
package assistant
