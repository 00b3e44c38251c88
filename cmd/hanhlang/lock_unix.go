//go:build unix

package main

import (
	"errors"
	"os"
	"syscall"
)

// errHeld tells that another process holds the lock.
var errHeld = errors.New("lock is held")

// takeLock takes an exclusive lock that ends with the process. File systems without locks (some NFS) are used without one.
func takeLock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		return errHeld
	case errors.Is(err, syscall.ENOLCK), errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS):
		return nil
	}
	return err
}
