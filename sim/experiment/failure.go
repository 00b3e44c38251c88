package experiment

import (
	"errors"
	"fmt"
)

// errNoResult is what is left of a replication that called runtime.Goexit, as a test does on
// FailNow.
var errNoResult = errors.New("its goroutine ended without a result")

// Failure is the error of a replication that failed or panicked. Its number, with the seed of the
// experiment, is all it takes to see it again.
type Failure struct {
	Replication int
	Cause       error  // what run returned, or the panic
	Stack       []byte // where it panicked; nil if it did not
}

// Error names the replication and the cause, without the stack.
func (f *Failure) Error() string { return fmt.Sprintf("replication %d: %v", f.Replication, f.Cause) }

// Unwrap is the cause.
func (f *Failure) Unwrap() error { return f.Cause }

// Stopped is the error of an experiment whose context ended before its last replication.
type Stopped struct {
	Finished int   // leading replications that are complete, without a gap
	Asked    int   // replications of the plan
	Cause    error // the context's: canceled or deadline exceeded
}

// Error says how far the experiment came and why no farther.
func (s *Stopped) Error() string {
	return fmt.Sprintf("stopped after %d of %d replications: %v", s.Finished, s.Asked, s.Cause)
}

// Unwrap is the context's error.
func (s *Stopped) Unwrap() error { return s.Cause }

func panicked(replication int, value any, stack []byte) *Failure {
	cause := fmt.Errorf("panic: %v", value)
	if err, ok := value.(error); ok {
		cause = fmt.Errorf("panic: %w", err)
	}
	return &Failure{Replication: replication, Cause: cause, Stack: stack}
}

func lower(a, b *Failure) *Failure {
	if a == nil || b.Replication < a.Replication {
		return b
	}
	return a
}
