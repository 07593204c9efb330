// Package web reads HTML pages of government sites: the text of the document, without the menus, tools and footers around it,
// which are listed as left out.
//
// The main text is the innermost element that holds nearly all text that is no link; sites differ in names, but not in that.
// The page is parsed as browsers do (golang.org/x/net/html); nothing in it is fetched or run.
package web
