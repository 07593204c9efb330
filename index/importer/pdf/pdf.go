package pdf

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	pdfium "github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"lvgu/index/importer/block"
)

const (
	// maxPages of a file: the longest plans have a few hundred.
	maxPages = 2000
	// maxMemory of one file, in pages of 64 KiB: 512 MiB. PDFium needs some ten for a document of text.
	maxMemory = 8192
	// maxTime for one file; a law takes a second.
	maxTime = 2 * time.Minute
	// maxChars of one page: a newspaper has twenty thousand.
	maxChars = 200_000
)

// Engine holds PDFium, compiled when the first file is read. Its methods may be called by one goroutine at a time.
type Engine struct {
	compile sync.Once
	pool    pdfium.Pool
	err     error
}

// New returns an engine that has not been compiled yet.
func New() *Engine { return &Engine{} }

// Close frees the engine.
func (e *Engine) Close() error {
	if e.pool == nil {
		return nil
	}
	return e.pool.Close()
}

// start compiles PDFium, which may see no file of this machine.
func (e *Engine) start() {
	features := api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling
	e.pool, e.err = webassembly.Init(webassembly.Config{
		MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().WithCoreFeatures(features).WithMemoryLimitPages(maxMemory).
			WithCloseOnContextDone(true),
	})
}

// Read reads the bytes of a PDF file.
func (e *Engine) Read(ctx context.Context, data []byte) (*block.Document, error) {
	if e.compile.Do(e.start); e.err != nil {
		return nil, fmt.Errorf("compile PDFium: %w", e.err)
	}
	limited, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	in, err := e.pool.GetInstanceWithContext(limited)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	stop := context.AfterFunc(limited, func() { in.Kill() })
	pages, err := read(in, data)
	if !stop() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return nil, &block.Fault{Code: block.CodeTooLarge, Message: "PDF 读了两分钟还没读完", Fix: "拆成几个文件，或换成 Word 文档"}
	}
	closeErr := in.Close()
	if err != nil {
		return nil, err
	}
	if closeErr != nil {
		return nil, block.Corrupt("PDF 文件", closeErr)
	}
	return layOut(pages)
}

// read takes the characters and the ruled lines of every page.
func read(in pdfium.Pdfium, data []byte) ([]page, error) {
	opened, err := in.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return nil, block.Encrypted(err)
	case err != nil:
		return nil, block.Corrupt("PDF 文件", err)
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, block.Corrupt("PDF 文件", err)
	}
	if count.PageCount > maxPages {
		return nil, block.TooLarge(fmt.Sprintf("PDF 超过 %d 页", maxPages), "拆成几个文件")
	}
	var pages []page
	for i := range count.PageCount {
		p, err := readPage(in, opened.Document, i)
		if err != nil {
			return nil, err
		}
		pages = append(pages, p)
	}
	return pages, nil
}

func readPage(in pdfium.Pdfium, doc references.FPDF_DOCUMENT, i int) (page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}
	text, err := in.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return page{}, block.Corrupt("PDF 文件", fmt.Errorf("page %d: %w", i+1, err))
	}
	if len(text.Chars) > maxChars {
		return page{}, block.TooLarge(fmt.Sprintf("PDF 第 %d 页的文字太多", i+1), "换成 Word 文档再导入")
	}
	size, err := in.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: i})
	if err != nil {
		return page{}, block.Corrupt("PDF 文件", err)
	}
	p := page{number: i + 1, width: size.Width, height: size.Height}
	for _, c := range text.Chars {
		pos := c.PointPosition
		p.chars = append(p.chars, char{c.Text, box{pos.Left, pos.Bottom, pos.Right, pos.Top}})
	}
	if p.rules, p.images, err = readObjects(in, at); err != nil {
		return page{}, block.Corrupt("PDF 文件", err)
	}
	return p, nil
}
