//go:build unix

package main

import (
	"errors"
	"syscall"
)

// gone tells whether a write failed because the reader of a pipe went away.
func gone(err error) bool { return errors.Is(err, syscall.EPIPE) }
