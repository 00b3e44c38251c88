package report

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
)

// fingerprint is one for the whole answer: of all replications of all alternatives, in their order; empty when there are none.
func (c *Comparison) fingerprint() string {
	all := fnv.New64a()
	any := false
	for _, a := range c.Alternatives {
		for _, f := range a.Fingerprints {
			any = true
			_, _ = all.Write(binary.BigEndian.AppendUint64(nil, f)) // a hash takes everything
		}
	}
	if !any {
		return ""
	}
	return hexOf(all.Sum64())
}

// hexOf writes a fingerprint with all its digits.
func hexOf(f uint64) string { return hex.EncodeToString(binary.BigEndian.AppendUint64(nil, f)) }
