package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"lvgu/index/importer/block"
)

// closing begins the lines that come after a document's text: who gets a copy, when it was printed, how it is published.
var closing = regexp.MustCompile(`^(?:抄\s*送|主\s*送|印\s*发|[（(]此件|[（(]本文有删减|[（(]联系人|主题词)|[\d日]\s*印发$`)

// maxSigner is how many characters a line of the signature has at most.
const maxSigner = 40

// maxSigners is how many lines with names stand above the date: joint notices have some ten.
const maxSigners = 12

// splitEnd parts the list of attachments and the signature from a division's text, as sections of their own: they are no part
// of the last clause.
func splitEnd(blocks []block.Block) (body []block.Block, end []*section) {
	attachments, signature := len(blocks), len(blocks)
	for i := lastMark(blocks); i < len(blocks); i++ {
		text := blocks[i].Text
		switch {
		case blocks[i].Table != nil:
		case attachments == len(blocks) && signature == len(blocks) && annexesForm.MatchString(text):
			attachments = i
		case dateOnly.MatchString(text) && i > 0:
			signature = min(signature, signers(blocks, i, min(attachments, i)))
		case closing.MatchString(text):
			signature = min(signature, i)
		}
	}
	body = blocks[:min(attachments, signature)]
	if attachments < signature {
		end = append(end, &section{rank: annex, heading: attachmentsHeading, blocks: blocks[attachments:signature]})
	}
	if signature < len(blocks) {
		end = append(end, &section{rank: annex, heading: signatureHeading, blocks: blocks[signature:]})
	}
	return body, end
}

// lastMark is the place after the last article or item: what ends a document comes after it.
func lastMark(blocks []block.Block) int {
	for i := len(blocks) - 1; i >= 0; i-- {
		if r := readMark(blocks[i].Text).rank; r != none && r < point {
			return i + 1
		}
	}
	return 0
}

// signers is where the lines with names above a date begin; not before first.
func signers(blocks []block.Block, date, first int) int {
	at := date
	for at > 0 && date-at < maxSigners {
		text := blocks[at-1].Text
		if at-1 == first || blocks[at-1].Table != nil || utf8.RuneCountInString(text) > maxSigner || strings.ContainsAny(text, "。；：:，") ||
			readMark(text).rank != none {
			break
		}
		at--
	}
	return at
}
