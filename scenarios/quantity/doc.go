// Package quantity reads and prints figures with their units: 7 min, 42 km/h, 1.7 USD/km, 07:00-19:30.
// It turns text into exact values in fixed base units, and says what is wrong with text that it refuses.
// It does not know files, positions, trucks, exchange rates or the calendar of any country.
//
// Base units: time in seconds, length in km, mass in t, volume in l, money in its own currency, a share as a fraction of 1.
// Whatever is per time is per hour: speed in km/h, rates in 1/h, wages in USD/h.
package quantity
