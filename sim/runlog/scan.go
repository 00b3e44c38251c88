package runlog

// Run is a finished run as the log has it.
type Run struct {
	Key   string
	Value []byte
}

// Fault is a stretch of a log that holds nothing to be trusted. Torn says that it is the end of the log as a sudden stop leaves it: a
// record that was not written to its end, or room that was made for one.
type Fault struct {
	At, Bytes int
	Torn      bool
}

// Found is what stands in a log.
type Found struct {
	Header Header
	Runs   []Run // in the order in which they were written; their values share the bytes of the log
	Faults []Fault
	mark   mark
	size   int64
}

// Sound answers whether every byte of the log can be trusted.
func (f *Found) Sound() bool { return len(f.Faults) == 0 }

// Scan reads a log. Records whose checksums are wrong are left out and told as faults; those behind them are found all the same.
// The error is ErrNoLog, ErrNewFormat or ErrHeader: without its beginning nothing of a log can be trusted.
func Scan(log []byte) (*Found, error) {
	h, m, at, err := header(log)
	if err != nil {
		return nil, err
	}
	f := &Found{Header: h, mark: m, size: int64(len(log))}
	for at < len(log) {
		run, end, ok := m.run(log, at)
		if !ok {
			end = m.nextAfter(log, at)
			f.Faults = append(f.Faults, m.fault(log, at, end))
		} else {
			f.Runs = append(f.Runs, run)
		}
		at = end
	}
	return f, nil
}

// run reads the record at a place as that of a run.
func (m mark) run(log []byte, at int) (Run, int, bool) {
	content, end, is := m.record(log, at)
	if is != whole {
		return Run{}, at, false
	}
	u := NewUnpack(content)
	key := u.Text()
	if u.Failed() {
		return Run{}, at, false
	}
	return Run{Key: key, Value: u.data}, end, true
}

// nextAfter is where the next record begins that can be trusted; the end of the log if there is none.
func (m mark) nextAfter(log []byte, at int) int {
	for at++; at < len(log); at++ {
		if _, _, ok := m.run(log, at); ok {
			return at
		}
	}
	return len(log)
}

// fault tells what became of a stretch of a log.
func (m mark) fault(log []byte, at, end int) Fault {
	f := Fault{At: at, Bytes: end - at}
	if end == len(log) {
		_, _, is := m.record(log, at)
		f.Torn = is == short || empty(log[at:])
	}
	return f
}

// empty answers whether there are only zeros: a file system that lost its power may have made room and not filled it.
func empty(data []byte) bool {
	for _, b := range data {
		if b != 0 {
			return false
		}
	}
	return true
}
