package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// writeCertificate writes a certificate for the loopback address with this serial number, as a renewal does, and returns it.
func writeCertificate(t *testing.T, o tlsOptions, serial int64, at time.Time) *x509.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for file, block := range map[string]*pem.Block{o.certFile: {Type: "CERTIFICATE", Bytes: der}, o.keyFile: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	written, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

func certificateFiles(t *testing.T) tlsOptions {
	dir := t.TempDir()
	return tlsOptions{certFile: filepath.Join(dir, "cert.pem"), keyFile: filepath.Join(dir, "key.pem")}
}

// TestServeTLS visits the program over its own certificate.
func TestServeTLS(t *testing.T) {
	files := certificateFiles(t)
	roots := x509.NewCertPool()
	roots.AddCert(writeCertificate(t, files, 1, time.Now()))
	p := startProgram(t, nil, "serve", "--tls-cert", files.certFile, "--tls-key", files.keyFile)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, ForceAttemptHTTP2: true}}
	response, err := client.Get(strings.Replace(p.url, "http:", "https:", 1) + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	readBody(t, response, http.StatusOK)
	if response.ProtoMajor != 2 {
		t.Errorf("protocol is %s, want HTTP/2", response.Proto)
	}
	if got := response.Header.Get("Strict-Transport-Security"); got == "" {
		t.Error("Strict-Transport-Security is missing over TLS of our own")
	}
	old := &tls.Config{RootCAs: roots, MaxVersion: tls.VersionTLS11}
	if conn, err := tls.Dial("tcp", strings.TrimPrefix(p.url, "http://"), old); err == nil {
		conn.Close()
		t.Error("TLS 1.1 was accepted")
	}
}

func TestCertificateRenewal(t *testing.T) {
	files := certificateFiles(t)
	now := time.Now()
	writeCertificate(t, files, 1, now)
	c := &certificate{options: files, log: slog.New(slog.DiscardHandler), now: func() time.Time { return now }}
	if err := c.load(); err != nil {
		t.Fatal(err)
	}
	serial := func() int64 {
		t.Helper()
		pair, err := c.get(nil)
		if err != nil {
			t.Fatal(err)
		}
		return pair.Leaf.SerialNumber.Int64()
	}
	steps := []struct {
		name   string
		change func()
		want   int64
	}{
		{"the first", func() {}, 1},
		{"renewed, not looked at yet", func() { writeCertificate(t, files, 2, now.Add(time.Second)) }, 1},
		{"looked at", func() { now = now.Add(renewalCheck) }, 2},
		{"a broken file", func() {
			now = now.Add(renewalCheck)
			if err := os.WriteFile(files.certFile, []byte("half"), 0o600); err != nil {
				t.Fatal(err)
			}
		}, 2},
		{"no file", func() {
			now = now.Add(renewalCheck)
			if err := os.Remove(files.certFile); err != nil {
				t.Fatal(err)
			}
		}, 2},
		{"mended", func() { now = now.Add(renewalCheck); writeCertificate(t, files, 3, now) }, 3},
	}
	for _, step := range steps {
		step.change()
		if got := serial(); got != step.want {
			t.Errorf("%s: serial = %d, want %d", step.name, got, step.want)
		}
	}
}

func TestCertificateSettings(t *testing.T) {
	log := slog.New(slog.DiscardHandler)
	if config, err := (&tlsOptions{}).of(log); config != nil || err != nil {
		t.Errorf("without files: %v, %v, want neither", config, err)
	}
	for _, o := range []tlsOptions{{certFile: "c"}, {keyFile: "k"}, {certFile: "/nowhere/c", keyFile: "/nowhere/k"}} {
		if _, err := o.of(log); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}
