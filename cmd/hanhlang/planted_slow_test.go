//go:build slow

package main

// planted are the faults that are built in: all of them.
func planted(all []plant) []plant { return all }
