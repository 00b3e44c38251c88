package runlog

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
)

const (
	prefixBytes = 8  // length and its check
	sumBytes    = 16 // of the checksum
	mostContent = 1 << 30
)

// mark ties records to the header of their log.
type mark [sha256.Size]byte

// append puts a record behind dst; at is where it begins in the log.
func (m mark) append(dst []byte, at int64, content []byte) []byte {
	length := uint32(len(content))
	dst = binary.LittleEndian.AppendUint32(dst, length)
	dst = binary.LittleEndian.AppendUint32(dst, guard(at, length))
	dst = append(dst, content...)
	sum := m.sum(at, content)
	return append(dst, sum[:]...)
}

// sum is the checksum of a record.
func (m mark) sum(at int64, content []byte) (out [sumBytes]byte) {
	h := sha256.New()
	h.Write(m[:])
	h.Write(binary.LittleEndian.AppendUint64(nil, uint64(at)))
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(content))))
	h.Write(content)
	copy(out[:], h.Sum(nil))
	return out
}

// guard is the check of a length.
func guard(at int64, length uint32) uint32 {
	var raw [12]byte
	binary.LittleEndian.PutUint64(raw[:], uint64(at))
	binary.LittleEndian.PutUint32(raw[8:], length)
	return crc32.Checksum(raw[:], crc32.MakeTable(crc32.Castagnoli))
}

// shape is what stands at a place of a log.
type shape int

const (
	whole shape = iota // a record
	short              // one whose end is missing
	other              // something else
)

// record reads the one that begins at a place of a log, and where it ends.
func (m mark) record(log []byte, at int) (content []byte, end int, is shape) {
	rest := log[at:]
	if len(rest) < prefixBytes {
		return nil, at, short
	}
	length := binary.LittleEndian.Uint32(rest)
	if length > mostContent || binary.LittleEndian.Uint32(rest[4:]) != guard(int64(at), length) {
		return nil, at, other
	}
	size := prefixBytes + int(length) + sumBytes
	if len(rest) < size {
		return nil, at, short
	}
	content = rest[prefixBytes : size-sumBytes : size-sumBytes]
	if sum := m.sum(int64(at), content); string(sum[:]) != string(rest[size-sumBytes:size]) {
		return nil, at, other
	}
	return content, at + size, whole
}
