// Package runlog keeps the finished runs of an experiment in an append-only log, so that an experiment that was
// stopped, however suddenly, goes on where it was.
// It does not know what a run is, what its record says, or where the bytes of the log are kept.
//
// # Format 1
//
// All numbers are little-endian. The log begins with the text "run log, format 1" and a line feed. Records follow,
// without anything between them:
//
//	4 bytes   length n of the content, at most 2³⁰
//	4 bytes   CRC-32C (Castagnoli) of the record's offset in the log as 8 bytes and the length as 4
//	n bytes   content
//	16 bytes  the first half of the SHA-256 of: the mark (32 bytes), the offset (8), the length (4), the content
//
// The content of the first record, the header, is packed by DEFLATE (RFC 1951): the number of fields, then for each its
// name and its value. Fields say what the experiment is; nothing is trusted of a log whose fields differ. The mark of the
// header is 32 zero bytes, that of every other record the SHA-256 of the header's content, so that a record of another
// experiment, or one that is not where it was written, is not taken for one of this log.
//
// The content of every other record is the key of a run and its value. Counts and lengths are unsigned, other whole
// numbers signed LEB128 in zigzag; a float is its IEEE 754 bits (8 bytes), a truth one byte, a text its length and its
// bytes. Of two records with one key the later counts.
package runlog
