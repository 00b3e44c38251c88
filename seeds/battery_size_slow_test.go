//go:build slow

package seeds

// batterySize is how many addresses each walk of the battery visits.
const batterySize = 1 << 22
