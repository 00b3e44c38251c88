//go:build !slow

package main

// planted are the faults that are built in: the first one only, since each takes ten seconds.
func planted(all []plant) []plant { return all[:1] }
