package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// homeBits is how much of an IPv6 address names a household: it may choose the rest, so one limit holds for all.
const homeBits = 64

// clientKey is what a request's rate is counted under: the address of the client, or its network in IPv6. Each of
// the trusted proxies appended the address it saw to X-Forwarded-For, so the client is that many from the end;
// whatever stands before is the client's own claim.
func clientKey(r *http.Request, trustedProxies int) string {
	addr, ok := forwarded(r.Header.Values("X-Forwarded-For"), trustedProxies)
	if !ok {
		addrPort, err := netip.ParseAddrPort(r.RemoteAddr)
		if err != nil {
			return "unknown" // no TCP; all such clients share one budget
		}
		addr = addrPort.Addr()
	}
	addr = addr.Unmap().WithZone("")
	if addr.Is6() {
		if home, err := addr.Prefix(homeBits); err == nil {
			return home.String()
		}
	}
	return addr.String()
}

// forwarded is the entry of the X-Forwarded-For headers that is n from the end. With fewer entries it is the first:
// the proxies that are there wrote them all.
func forwarded(headers []string, n int) (netip.Addr, bool) {
	if n <= 0 || len(headers) == 0 {
		return netip.Addr{}, false
	}
	entries := strings.Split(strings.Join(headers, ","), ",")
	entry := strings.TrimSpace(entries[max(0, len(entries)-n)])
	if addr, err := netip.ParseAddr(strings.Trim(entry, "[]")); err == nil {
		return addr, true
	}
	addrPort, err := netip.ParseAddrPort(entry)
	return addrPort.Addr(), err == nil
}
