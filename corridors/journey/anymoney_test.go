package journey_test

import "hanhlang/corridors"

// tariffs draws what tells sums of money apart, what time costs goods and those who wait for them, and fees of declarations and transfers.
func (a anything) tariffs(c *corridors.Corridor) {
	if a.yes("drivers apart from trucks") {
		share := a.share("driver")
		c.Fleet.DriverShare = &share
	}
	if a.yes("carbon") {
		kg := a.number("co2e", 2, 4)
		c.Fleet.CO2e = &kg
	}
	if a.yes("values of time") {
		c.Values = &corridors.Values{Time: a.number("value of time", 0, 10) / 3600, Reliability: a.number("value of reliability", 0, 10) / 3600}
	}
	for i := range c.Commodities {
		if a.yes("goods lose") {
			c.Commodities[i].Worth = a.number("worth", 0, 3000)
			c.Commodities[i].Loss, c.Commodities[i].Spoilage = a.share("loss"), a.share("spoilage")
		}
	}
	for post := range c.Posts() {
		if a.yes("declarations cost") {
			post.DeclarationFee = a.number("declaration fee", 0, 20)
		}
	}
	for i := range c.Flows {
		if after := c.Flows[i].Arrivals.After; after != nil && after.Direct {
			after.Fee = a.number("transfer fee", 0, 90)
		}
	}
}
