package pdf

import (
	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxObjects of a page that are looked at for ruled lines; a drawing has more, and is no table.
const maxObjects = 20_000

// readObjects takes the bounds of a page's drawn shapes, among them the lines of tables, and counts its pictures.
func readObjects(in pdfium.Pdfium, at requests.Page) (rules []box, images int, err error) {
	count, err := in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return nil, 0, err
	}
	for i := range min(count.Count, maxObjects) {
		object, err := in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			return nil, 0, err
		}
		kind, err := in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return nil, 0, err
		}
		switch kind.Type {
		case enums.FPDF_PAGEOBJ_IMAGE:
			images++
		case enums.FPDF_PAGEOBJ_PATH:
			b, err := in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject})
			if err != nil {
				return nil, 0, err
			}
			rules = append(rules, box{float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)})
		}
	}
	return rules, images, nil
}
