// Package chart draws bars, lines, falls, tornados and heat, as SVG for pages and as PNG for slides.
// It lays a figure out by the true widths of its letters, so that no label lies on another.
// It does not know what the figures are about, or which language they speak.
package chart

// Point is a place on a drawing [px], y downwards.
type Point struct{ X, Y float64 }

// Anchor says which end of a text its point is.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Drawing is a figure that has been laid out: shapes in the order in which they are drawn.
type Drawing struct {
	Width, Height float64 // [px]
	shapes        []shape
}

// shape is a polygon, a line or a text.
type shape struct {
	points []Point // of a text: where it stands
	closed bool
	paint  paint
	text   string // not empty: the shape is a text
	style  letters
	anchor Anchor
	turned bool   // the text reads upwards
	tip    string // what a pointer that rests on the shape is told
}

// paint is how a shape is filled and its edge drawn; what is empty is not drawn.
type paint struct {
	fill    colour
	thin    bool // the fill lets through what lies below
	edge    colour
	width   float64 // of the edge [px]
	dashes  []float64
	hatched bool // lines over the fill, for those who print in grey
}

// letters is the size [px], weight and colour of a text.
type letters struct {
	size float64
	bold bool
	ink  colour
	halo bool // in white around the letters, so that they can be read on a line
}

// The texts of a figure.
var (
	plain  = letters{size: 11, ink: ink}
	small  = letters{size: 10, ink: faint}
	strong = letters{size: 11, bold: true, ink: ink}
	header = letters{size: 15, bold: true, ink: ink}
)

func (d *Drawing) add(s shape) { d.shapes = append(d.shapes, s) }

// box draws a rectangle between two corners; tip may be empty.
func (d *Drawing) box(from, to Point, p paint, tip string) {
	left, right, top, bottom := min(from.X, to.X), max(from.X, to.X), min(from.Y, to.Y), max(from.Y, to.Y)
	corners := []Point{{left, top}, {right, top}, {right, bottom}, {left, bottom}}
	d.add(shape{points: corners, closed: true, paint: p, tip: tip})
	if p.hatched {
		d.hatch(left, right, top, bottom)
	}
}

// hatchGap is the distance between the lines of a hatching, along an edge [px].
const hatchGap = 5

// hatch draws slanting lines in a rectangle.
func (d *Drawing) hatch(left, right, top, bottom float64) {
	height := bottom - top
	for x := left - height + hatchGap; x < right; x += hatchGap {
		from, to := Point{x, bottom}, Point{x + height, top}
		if from.X < left {
			from = Point{left, bottom - (left - x)}
		}
		if to.X > right {
			to = Point{right, top + (x + height - right)}
		}
		d.line([]Point{from, to}, paint{edge: white, width: 1})
	}
}

// line draws a line through points.
func (d *Drawing) line(points []Point, p paint) { d.add(shape{points: points, paint: p}) }

// area draws a polygon.
func (d *Drawing) area(points []Point, p paint) { d.add(shape{points: points, closed: true, paint: p}) }

// write puts a text, its base line at a point.
func (d *Drawing) write(at Point, text string, style letters, anchor Anchor) {
	if text != "" {
		d.add(shape{points: []Point{at}, text: text, style: style, anchor: anchor})
	}
}

// writeUp puts a text that reads upwards, its middle at a point.
func (d *Drawing) writeUp(at Point, text string, style letters) {
	if text != "" {
		d.add(shape{points: []Point{at}, text: text, style: style, anchor: Middle, turned: true})
	}
}

// titleRoom is what a title takes above a figure [px] for each of its lines.
const titleRoom = 20

// Titled is the drawing with a title above it, for where no caption stands beside it.
func (d *Drawing) Titled(title string) *Drawing {
	lines := broken(title, header, d.Width-2*margin)
	down := float64(float64(len(lines))*titleRoom) + margin
	out := &Drawing{Width: d.Width, Height: d.Height + down}
	for i, line := range lines {
		out.write(Point{margin, margin/2 + float64(float64(i+1)*titleRoom)}, line, header, Start)
	}
	for _, s := range d.shapes {
		moved := s
		moved.points = nil
		for _, p := range s.points {
			moved.points = append(moved.points, Point{p.X, p.Y + down})
		}
		out.add(moved)
	}
	return out
}

// margin is what stays free around a figure [px].
const margin = 8
