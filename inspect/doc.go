// Package inspect holds a site against what inspections of Chinese government sites look for: the thresholds of 国办秘函
// 〔2019〕19号, the page tags and footer of 国办发〔2017〕47号, and what accessibility and privacy rules let a program see.
//
// It reads the content and the built pages and judges only what can be seen there. What it cannot see, wording or how
// often the site could be reached, is listed as a thing for people to look at, never as passed.
package inspect
