// Package index finds passages.
//
// A query goes through four steps. Prepare analyses it: question words go, and other names, figures in other writings,
// pinyin and misspelt names are added as alternatives. The first stage adds up BM25F over the weighted fields, reading
// the postings of a bleve index once and the rarest terms first. The second stage reads the texts of the best hundred
// again, packed as codes, and orders them by a weighted sum of features: what stands together, what the passage adds
// to its document's title, what the rest of the document holds, whether a number or date stands where one is asked
// for. The hits are reported with their coverage, which unlike the score can be compared between queries.
//
// The parameters and weights are in ranking.json, chosen by package eval on all public sets together; Explain shows each
// one's part. An Index never changes after it is made and is safe for concurrent use. New keeps it in memory, Open in a
// folder; Update makes the next one from it after an edit. What a query may cost is bounded: by maxQuery, maxTokens,
// maxAlternatives, maxTries, postingsBudget, rerankDepth and maxRead.
//
// Dense finds passages by the vectors of an Embedder, and Fused joins its ranking with an index's.
package index
