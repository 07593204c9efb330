// Package analysis turns Chinese and English text into the terms that are indexed and asked for.
//
// One path serves documents, queries and highlighting, so that they agree: Tokenize folds the text (compatibility
// forms, letter case, accents, traditional characters) and cuts it into characters, words and numbers; Terms joins
// neighbouring characters into bigrams. Every token keeps the bytes of the original that it stands for, so a position
// found here is valid in the text as shown. Any bytes are accepted; invalid UTF-8 separates tokens.
package analysis
