package main

import (
	"errors"
	"fmt"
	"net"

	"github.com/coreos/go-systemd/v22/activation"
	"github.com/coreos/go-systemd/v22/daemon"
)

// listen opens addr, or takes the socket that a service manager holds open for the program: visitors then wait in its queue
// while one program gives way to the next, and none is turned away. On such a socket nothing is accepted before the program
// is ready, for there may be another one that is.
func listen(addr string) (l net.Listener, handedOver bool, err error) {
	handed, err := activation.Listeners()
	if err != nil {
		return nil, false, fmt.Errorf("socket of the service manager: %w", err)
	}
	switch len(handed) {
	case 0:
		l, err = net.Listen("tcp", addr)
		return l, false, err
	case 1:
		if handed[0] == nil {
			return nil, false, errors.New("the service manager handed over a socket that is not for connections")
		}
		return handed[0], true, nil
	default:
		return nil, false, fmt.Errorf("the service manager handed over %d sockets; one is wanted", len(handed))
	}
}

// notify tells the service manager, where there is one, how far the program is.
func notify(state string) { _, _ = daemon.SdNotify(false, state) } // without a manager nobody listens
