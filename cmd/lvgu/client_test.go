package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"strconv"
	"time"
)

// client is one kept connection that sends requests made beforehand. It reads no more of a response than its length and
// status: what the generator of a load spends on the same cores is taken from the server.
type client struct {
	conn net.Conn
	in   *bufio.Reader
}

// clientBuffer is in bytes; most responses fit.
const clientBuffer = 32 << 10

func dial(addr string) (*client, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	return &client{conn, bufio.NewReaderSize(conn, clientBuffer)}, nil
}

// do sends a request and reads its response to the end.
func (c *client) do(request []byte) (status int, err error) {
	if err := c.conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		return 0, err
	}
	if _, err := c.conn.Write(request); err != nil {
		return 0, err
	}
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return 0, err
	}
	if len(line) < 12 {
		return 0, fmt.Errorf("status line %q", line)
	}
	if status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return 0, fmt.Errorf("status line %q", line)
	}
	length := -1
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		if len(line) <= 2 {
			break
		}
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			length, _ = strconv.Atoi(string(bytes.TrimSpace(value)))
		}
	}
	if length < 0 {
		return status, fmt.Errorf("status %d without a length", status)
	}
	_, err = c.in.Discard(length)
	return status, err
}

// getRequest is a request for a page, as browsers ask for one.
func getRequest(path string) []byte {
	return []byte("GET " + path + " HTTP/1.1\r\nHost: zone.example\r\nAccept-Encoding: gzip, br\r\nUser-Agent: bench\r\n\r\n")
}

// postRequest is a request with a body of JSON.
func postRequest(path, body string) []byte {
	return fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: zone.example\r\nContent-Type: application/json\r\nAccept: application/json\r\n"+
		"User-Agent: bench\r\nContent-Length: %d\r\n\r\n%s", path, len(body), body)
}
