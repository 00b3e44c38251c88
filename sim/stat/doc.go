// Package stat turns numbers into estimates: tallies, time averages, quantiles, and intervals of
// means, differences, ratios and proportions.
// It knows no clock, no trucks, and not where its numbers come from.
//
// What has no answer (the mean of nothing, the spread of one value) is missing: a false beside the
// value, never a zero or a NaN. All observations must be finite. Sums are taken in the order given
// and without fused multiply-adds, so equal input gives equal results on every processor.
package stat
