package runlog

import (
	"encoding/binary"
	"math"
)

// Pack writes values one behind the other, so that each comes back as it was, floats bit for bit. The zero Pack is ready.
type Pack struct{ data []byte }

// Bytes are the values written so far.
func (p *Pack) Bytes() []byte { return p.data }

// Int writes a whole number.
func (p *Pack) Int(x int64) { p.data = binary.AppendVarint(p.data, x) }

// Count writes how many values follow, each of at least a byte.
func (p *Pack) Count(n int) { p.data = binary.AppendUvarint(p.data, uint64(n)) }

// Float writes the bits of a float.
func (p *Pack) Float(x float64) {
	p.data = binary.LittleEndian.AppendUint64(p.data, math.Float64bits(x))
}

// Flag writes a truth.
func (p *Pack) Flag(yes bool) {
	bit := byte(0)
	if yes {
		bit = 1
	}
	p.data = append(p.data, bit)
}

// Text writes a text, or bytes of any kind.
func (p *Pack) Text(s string) {
	p.Count(len(s))
	p.data = append(p.data, s...)
}

// Unpack reads values in the order in which they were written. What is asked of it after a value that is not there is zero,
// and Done tells.
type Unpack struct {
	data   []byte
	failed bool
}

// NewUnpack reads what Bytes gave.
func NewUnpack(data []byte) *Unpack { return &Unpack{data: data} }

// Done answers whether every value was there, and none is left.
func (u *Unpack) Done() bool { return !u.failed && len(u.data) == 0 }

// Failed answers whether a value was missing.
func (u *Unpack) Failed() bool { return u.failed }

// Refuse makes the reading fail: a value is there, but makes no sense.
func (u *Unpack) Refuse() { u.data, u.failed = nil, true }

// Int reads a whole number.
func (u *Unpack) Int() int64 {
	x, n := binary.Varint(u.data)
	return x * int64(u.passed(n))
}

// Count reads how many values follow. More than there are bytes left are refused, so that nobody makes room for them.
func (u *Unpack) Count() int {
	x, n := binary.Uvarint(u.data)
	if u.passed(n) == 0 || x > uint64(len(u.data)) {
		u.Refuse()
		return 0
	}
	return int(x)
}

// passed goes over a number of n bytes and gives 1, or fails and gives 0 if it is none.
func (u *Unpack) passed(n int) int {
	if n <= 0 {
		u.Refuse()
		return 0
	}
	u.data = u.data[n:]
	return 1
}

// Float reads the bits of a float.
func (u *Unpack) Float() float64 {
	raw := u.take(8)
	if raw == nil {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(raw))
}

// Flag reads a truth.
func (u *Unpack) Flag() bool {
	raw := u.take(1)
	if raw == nil || raw[0] > 1 {
		u.Refuse()
		return false
	}
	return raw[0] == 1
}

// Text reads a text.
func (u *Unpack) Text() string { return string(u.take(u.Count())) }

// take goes over n bytes; nil if there are not as many.
func (u *Unpack) take(n int) []byte {
	if u.failed || n > len(u.data) {
		u.Refuse()
		return nil
	}
	raw := u.data[:n:n]
	u.data = u.data[n:]
	return raw
}
