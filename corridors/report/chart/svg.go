package chart

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// SVG is the drawing for a page or a file. Who cannot see it is read the title and the text.
func (d *Drawing) SVG(id, title, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img" aria-labelledby="%s-t %s-d" font-family="%s">`,
		px(d.Width), px(d.Height), px(d.Width), px(d.Height), id, id, html.EscapeString(fontStack))
	fmt.Fprintf(&b, `<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`, id, html.EscapeString(title), id, html.EscapeString(text))
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="%s"/>`, white.hex())
	for _, s := range d.shapes {
		s.svg(&b)
	}
	b.WriteString("</svg>")
	return b.String()
}

func (s *shape) svg(b *strings.Builder) {
	if s.text != "" {
		s.svgText(b)
		return
	}
	kind := "polyline"
	if s.closed {
		kind = "polygon"
	}
	fmt.Fprintf(b, `<%s points="`, kind)
	for i, p := range s.points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(px(p.X) + "," + px(p.Y))
	}
	b.WriteByte('"')
	s.paint.svg(b)
	if s.tip == "" {
		b.WriteString("/>")
		return
	}
	fmt.Fprintf(b, `><title>%s</title></%s>`, html.EscapeString(s.tip), kind)
}

func (s *shape) svgText(b *strings.Builder) {
	at := s.points[0]
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" fill="%s"`, px(at.X), px(at.Y), px(s.style.size), s.style.ink.hex())
	if s.style.bold {
		b.WriteString(` font-weight="bold"`)
	}
	if s.style.halo {
		fmt.Fprintf(b, ` stroke="%s" stroke-width="%s" stroke-linejoin="round" paint-order="stroke"`, white.hex(), px(2*haloWidth))
	}
	if s.anchor != Start {
		fmt.Fprintf(b, ` text-anchor="%s"`, [...]string{Start: "start", Middle: "middle", End: "end"}[s.anchor])
	}
	if s.turned {
		fmt.Fprintf(b, ` transform="rotate(-90 %s %s)"`, px(at.X), px(at.Y))
	}
	fmt.Fprintf(b, `>%s</text>`, html.EscapeString(s.text))
}

func (p *paint) svg(b *strings.Builder) {
	if p.fill == 0 {
		b.WriteString(` fill="none"`)
	} else {
		fmt.Fprintf(b, ` fill="%s"`, p.fill.hex())
	}
	if p.thin {
		fmt.Fprintf(b, ` fill-opacity="%s"`, px(thinness/100.0))
	}
	if p.edge == 0 {
		return
	}
	fmt.Fprintf(b, ` stroke="%s" stroke-width="%s"`, p.edge.hex(), px(p.width))
	if len(p.dashes) > 0 {
		parts := make([]string, len(p.dashes))
		for i, dash := range p.dashes {
			parts[i] = px(dash)
		}
		fmt.Fprintf(b, ` stroke-dasharray="%s"`, strings.Join(parts, " "))
	}
}

// px writes a length to a hundredth of a pixel.
func px(x float64) string { return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64) }
