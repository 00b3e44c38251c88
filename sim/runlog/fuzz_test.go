package runlog

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzScan reads any bytes as a log: it never panics, and what it accepts is what was written. Every record it trusts is found again,
// byte for byte, by writing it anew at the same place; all the rest is told as a fault.
func FuzzScan(f *testing.F) {
	whole := written(f, anExperiment(), someRuns()...)
	f.Add([]byte{})
	f.Add([]byte(magic))
	f.Add(whole)
	f.Add(whole[:len(whole)-3])
	f.Add(append(bytes.Clone(whole), make([]byte, 64)...))
	damaged := bytes.Clone(whole)
	damaged[len(damaged)/2] ^= 1
	f.Add(damaged)
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := Scan(data)
		if err != nil {
			assert.Nil(t, found)
			return
		}
		_, m, at, err := header(data)
		require.NoError(t, err)
		trusted, faults := bytes.Clone(data[:at]), found.Faults
		for _, r := range found.Runs {
			for len(faults) > 0 && faults[0].At == len(trusted) {
				trusted = append(trusted, data[faults[0].At:faults[0].At+faults[0].Bytes]...)
				faults = faults[1:]
			}
			trusted = m.append(trusted, int64(len(trusted)), content(r.Key, r.Value))
		}
		for _, one := range faults {
			trusted = append(trusted, data[one.At:one.At+one.Bytes]...)
		}
		assert.Equal(t, data, trusted)
	})
}

// FuzzDamage spoils a log in one place: no run comes out that was not put in, and what is not found is told.
func FuzzDamage(f *testing.F) {
	whole := written(f, anExperiment(), someRuns()...)
	f.Add(uint(100), uint(0), []byte{1})
	f.Add(uint(len(whole)-1), uint(1), []byte{})
	f.Add(uint(len(whole)-90), uint(3), []byte("some other bytes, and more of them than there were"))
	f.Add(uint(len(whole)), uint(0), whole)
	f.Fuzz(func(t *testing.T, at, gone uint, instead []byte) {
		at = min(at, uint(len(whole)))
		gone = min(gone, uint(len(whole))-at)
		spoilt := append(append(bytes.Clone(whole[:at]), instead...), whole[at+gone:]...)
		found, err := Scan(spoilt)
		if err != nil {
			return
		}
		for _, r := range found.Runs {
			assert.Contains(t, someRuns(), r)
		}
		if len(found.Runs) < len(someRuns()) && len(spoilt) >= len(whole) {
			assert.False(t, found.Sound())
		}
	})
}
