package main

import (
	"crypto/tls"
	"errors"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

// tlsOptions are the files of the server's own certificate. Without them it serves plain HTTP, behind a proxy.
type tlsOptions struct {
	certFile, keyFile string
}

func (o *tlsOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.certFile, "tls-cert", "", "PEM file of the server's certificate with its chain; empty: plain HTTP, for a proxy in front")
	flags.StringVar(&o.keyFile, "tls-key", "", "PEM file of its private key")
	fromEnv(flags, "tls-cert", "tls-key")
}

// of is the configuration of TLS; nil when none is wanted. Renewed files are taken up while the server runs.
func (o *tlsOptions) of(log *slog.Logger) (*tls.Config, error) {
	if o.certFile == "" && o.keyFile == "" {
		return nil, nil
	}
	if o.certFile == "" || o.keyFile == "" {
		return nil, errors.New("--tls-cert and --tls-key go together")
	}
	c := &certificate{options: *o, log: log, now: time.Now}
	if err := c.load(); err != nil {
		return nil, err
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.get}, nil
}

// renewalCheck is how often the files are looked at: a certificate is renewed weeks before it ends.
const renewalCheck = time.Minute

// certificate is a pair of files that may be renewed while it is in use.
type certificate struct {
	options tlsOptions
	log     *slog.Logger
	now     func() time.Time

	mu      sync.Mutex // guards what follows
	current *tls.Certificate
	written time.Time // of the file in use
	checked time.Time
}

// load reads the pair.
func (c *certificate) load() error {
	info, err := os.Stat(c.options.certFile)
	if err != nil {
		return err
	}
	pair, err := tls.LoadX509KeyPair(c.options.certFile, c.options.keyFile)
	if err != nil {
		return err
	}
	c.current, c.written, c.checked = &pair, info.ModTime(), c.now()
	return nil
}

// get is the current certificate. Files that cannot be read, or do not belong together, leave the one before in use:
// a renewal writes one file after the other.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.now().Sub(c.checked) < renewalCheck {
		return c.current, nil
	}
	c.checked = c.now()
	info, err := os.Stat(c.options.certFile)
	if err == nil && info.ModTime().Equal(c.written) {
		return c.current, nil
	}
	if err == nil {
		err = c.load()
	}
	if err != nil {
		c.log.Error("certificate not renewed", "file", c.options.certFile, "error", err)
		return c.current, nil
	}
	c.log.Info("certificate renewed", "file", c.options.certFile)
	return c.current, nil
}
