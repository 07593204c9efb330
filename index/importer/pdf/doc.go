// Package pdf reads the text of PDF files with PDFium, Chromium's PDF library, compiled to WebAssembly and linked in.
//
// PDF knows no paragraphs, only characters at places. Lines are joined to paragraphs by their indent and length, running heads
// and page numbers are left out, and what stands in columns between ruled lines becomes a table.
//
// PDFium (BSD, Apache-2.0) comes through go-pdfium (MIT, followed release by release) and runs in wazero, which Hugo brings
// anyway: nothing has to be installed, and a malicious file meets a sandbox without files or network, bounded in memory and
// time. Its price is some seconds to compile it before the first file. Poppler's pdftotext is as good and faster to start, but
// is a program to install, and runs on a file from outside with all rights of its user.
package pdf
