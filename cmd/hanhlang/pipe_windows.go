package main

import (
	"errors"
	"syscall"
)

// What Windows says when the reader of a pipe went away: the pipe is being closed (ERROR_NO_DATA).
const noData = syscall.Errno(232)

// gone tells whether a write failed because the reader of a pipe went away.
func gone(err error) bool {
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, noData) || errors.Is(err, syscall.EPIPE)
}
