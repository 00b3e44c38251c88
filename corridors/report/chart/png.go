package chart

import (
	"bytes"
	"image"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// pngDots are the dots of a picture to an inch of 72 px: two and a half to a pixel, enough for slides.
const pngDots = 180

// PNG is the drawing as a picture.
func (d *Drawing) PNG() ([]byte, error) {
	c := vgimg.NewWith(vgimg.UseWH(vg.Length(d.Width), vg.Length(d.Height)), vgimg.UseDPI(pngDots), vgimg.UseBackgroundColor(image.White.C))
	for i := range d.shapes {
		d.shapes[i].png(c, d.Height)
	}
	var out bytes.Buffer
	_, err := vgimg.PngCanvas{Canvas: c}.WriteTo(&out)
	return out.Bytes(), err
}

// png draws a shape; the canvas counts y upwards.
func (s *shape) png(c vg.Canvas, height float64) {
	if s.text != "" {
		s.pngText(c, height)
		return
	}
	var path vg.Path
	for i, p := range s.points {
		at := vg.Point{X: vg.Length(p.X), Y: vg.Length(height - p.Y)}
		if i == 0 {
			path.Move(at)
			continue
		}
		path.Line(at)
	}
	if s.closed {
		path.Close()
	}
	if s.paint.fill != 0 {
		c.SetColor(s.paint.fill.rgba(s.paint.thin))
		c.Fill(path)
	}
	if s.paint.edge == 0 {
		return
	}
	c.SetColor(s.paint.edge.rgba(false))
	c.SetLineWidth(vg.Length(s.paint.width))
	dashes := make([]vg.Length, len(s.paint.dashes))
	for i, dash := range s.paint.dashes {
		dashes[i] = vg.Length(dash)
	}
	c.SetLineDash(dashes, 0)
	c.Stroke(path)
}

func (s *shape) pngText(c vg.Canvas, height float64) {
	face := s.style.face()
	shift := vg.Length(0)
	switch s.anchor {
	case Middle:
		shift = -face.Width(s.text) / 2
	case End:
		shift = -face.Width(s.text)
	}
	c.Push()
	defer c.Pop()
	c.Translate(vg.Point{X: vg.Length(s.points[0].X), Y: vg.Length(height - s.points[0].Y)})
	if s.turned {
		c.Rotate(quarterTurn)
	}
	if s.style.halo {
		c.SetColor(white.rgba(false))
		for _, off := range [][2]vg.Length{{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}} {
			c.FillString(face, vg.Point{X: shift + vg.Length(off[0]*haloWidth), Y: vg.Length(off[1] * haloWidth)}, s.text)
		}
	}
	c.SetColor(s.style.ink.rgba(false))
	c.FillString(face, vg.Point{X: shift}, s.text)
}

// haloWidth is how far white reaches around letters [px].
const haloWidth = 1.5

// quarterTurn is 90 degrees [rad].
const quarterTurn = 1.5707963267948966
