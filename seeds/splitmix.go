package seeds

// stream is a SplitMix64 stream, told by the state it starts from (Steele, Lea, Flood 2014, "Fast splittable
// pseudorandom number generators").
type stream uint64

// output is output n of the stream, counted from 0. The state is a plain sum, so any output is as near as the first;
// one stream gives each of its 2^64 outputs once.
func (s stream) output(n uint64) uint64 { return mix(uint64(s) + (n+1)*goldenGamma) }

// fork is the stream that starts at output n.
func (s stream) fork(n uint64) stream { return stream(s.output(n)) }

// goldenGamma is the step of SplitMix64: the golden ratio as a fraction of 2^64, made odd.
const goldenGamma = 0x9E3779B97F4A7C15

// mix is the output function of SplitMix64, a bijection (variant 13 of Stafford's mixers, 2011).
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
