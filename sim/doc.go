// Package sim is the kernel of a discrete-event simulation: how time passes, who is next, who waits.
// It offers a clock (Time), a Calendar of small typed events, and books kept for a Station and for finite Slots.
// It does not know trucks, gates, money, random numbers or statistics, and it never calls its user back.
package sim
