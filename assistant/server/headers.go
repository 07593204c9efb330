package server

import (
	"maps"
	"net/http"
)

// contentSecurity allows what the site is made of, files from here, and nothing else: no inline script or style, no
// other host, no frame around it. Images may be data: because stylesheets hold small ones.
const contentSecurity = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// strictTransport keeps a browser on HTTPS for a year. Only a server that ends TLS itself may say so: behind a proxy it is the
// proxy that knows.
const strictTransport = "max-age=31536000"

// protective are the headers that guard a visitor's browser. No header allows another origin anything: CORS is closed.
// Their values are shared by all responses and changed by none.
var protective = http.Header{
	"Content-Security-Policy":      {contentSecurity},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Permissions-Policy":           {"camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
	"Referrer-Policy":              {"strict-origin-when-cross-origin"},
	"X-Content-Type-Options":       {"nosniff"},
	"X-Frame-Options":              {"DENY"}, // for browsers that do not know frame-ancestors
}

// protect sets the protective headers.
func (s *Server) protect(h http.Header) {
	maps.Copy(h, protective)
	if s.config.TLS != nil {
		h.Set("Strict-Transport-Security", strictTransport)
	}
}
