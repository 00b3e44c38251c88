//go:build !slow

package seeds

// batterySize is how many addresses each walk of the battery visits. The slow set (-tags slow) visits 64 times as many.
const batterySize = 1 << 16
