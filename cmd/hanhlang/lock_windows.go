package main

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// errHeld tells that another process holds the lock.
var errHeld = errors.New("lock is held")

// takeLock takes an exclusive lock that ends with the process. It lies on a byte far behind the text, which stays readable to others.
func takeLock(f *os.File) error {
	far := &windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}
