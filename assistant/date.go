package assistant

import (
	"time"

	"lvgu/index/corpus"
)

// beijing is where days begin and end for the zone and its visitors.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// dateForms are how a date is written in a language, by how precisely it is held: the site writes the same.
var dateForms = map[string]map[string]string{
	corpus.Chinese: {"2006": "2006年", "2006-01": "2006年1月", time.DateOnly: "2006年1月2日"},
	corpus.English: {"2006": "2006", "2006-01": "January 2006", time.DateOnly: "2 January 2006"},
}

// WrittenDate is a date in the words of a language ("zh" or "en"), as precise as it is held: YYYY, YYYY-MM or YYYY-MM-DD.
// What is no such date stays as it is.
func WrittenDate(lang, date string) string {
	for held, written := range dateForms[lang] {
		if t, err := time.Parse(held, date); err == nil {
			return t.Format(written)
		}
	}
	return date
}
