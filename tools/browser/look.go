package main

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed look.js
var looking string

// patience is for how long one page may take on a busy machine.
const patience = 10 * time.Minute

// The windows that a page is looked at in, and the width of a sheet of A4 within the margins of the page [px].
const (
	desk  = 1100
	phone = 390
	sheet = 688 // 182 mm at 96 px per inch
)

// seen is what there is on a page.
type seen struct {
	figures, tables, unfolded int
	pages                     int // of A4
	faults                    []string
}

// found is what the script gives back.
type found struct {
	Faults                    []string
	Figures, Tables, Unfolded int
}

// look opens a file in all windows and on paper. An error means that it could not be opened.
func look(ctx context.Context, name string) (*seen, error) {
	path, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	// Who is root, as in a container, gets no sandbox; what is opened is our own.
	ctx, cancel = chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU)...)
	defer cancel()
	out := &seen{}
	for _, width := range []int64{desk, phone} {
		if err := out.window(ctx, address, width); err != nil {
			return nil, fmt.Errorf("%s at %d px: %w", name, width, err)
		}
	}
	if err := out.paper(ctx, address); err != nil {
		return nil, fmt.Errorf("%s on paper: %w", name, err)
	}
	return out, nil
}

// window looks at a page in a window of a width.
func (s *seen) window(ctx context.Context, address string, width int64) error {
	ctx, cancel := chromedp.NewContext(ctx)
	defer cancel()
	heard, err := listen(ctx, address)
	if err != nil {
		return err
	}
	var as []chromedp.EmulateViewportOption
	if width == phone {
		as = append(as, chromedp.EmulateMobile)
	}
	err = chromedp.Do(ctx, call(log.Enable, cdp.Empty{}), call(runtime.Enable, cdp.Empty{}), call(fetch.Enable, fetch.EnableParams{}),
		chromedp.EmulateViewport(width, 900, as...), chromedp.Navigate(address))
	if err != nil {
		return err
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[found](looking))
	if err != nil {
		return err
	}
	s.figures, s.tables, s.unfolded = got.Figures, got.Tables, got.Unfolded
	for _, fault := range append(got.Faults, heard.all()...) {
		s.faults = append(s.faults, fmt.Sprintf("%d px: %s", width, fault))
	}
	return nil
}

// call is a command of the browser as a step.
func call[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, c, params)
		return none, err
	}
}

// beyond lists the sections that hold something wider than the sheet that they are printed on; 1017 px are that of one across.
const beyond = `[...document.querySelectorAll('table, svg, pre, p, li')].filter((e) => e.checkVisibility() &&
	e.getBoundingClientRect().right > (e.closest('.broad') ? 1017 : document.documentElement.clientWidth) + 1).map((e) =>
	(e.closest('section') || e).querySelector('h2').textContent)`

// sheets are the sizes of the pages of a PDF, as Chromium writes them [pt].
var sheets = regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)

// paper prints a page.
func (s *seen) paper(ctx context.Context, address string) error {
	ctx, cancel := chromedp.NewContext(ctx)
	defer cancel()
	err := chromedp.Do(ctx, chromedp.EmulateViewport(sheet, 1000), call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}),
		chromedp.Navigate(address))
	if err != nil {
		return err
	}
	tooWide, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](beyond))
	if err != nil {
		return err
	}
	for _, heading := range tooWide {
		s.faults = append(s.faults, fmt.Sprintf("on paper: something in “%s” is wider than the sheet", heading))
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		return err
	}
	for _, box := range sheets.FindAllStringSubmatch(string(pdf), -1) {
		s.pages++
		upright := strings.HasPrefix(box[1], "59") && strings.HasPrefix(box[2], "84")
		across := strings.HasPrefix(box[1], "84") && strings.HasPrefix(box[2], "59")
		if !upright && !across {
			s.faults = append(s.faults, fmt.Sprintf("on paper: page %d measures %s by %s points and is no A4", s.pages, box[1], box[2]))
		}
	}
	if s.pages == 0 {
		s.faults = append(s.faults, "on paper: there is no page")
	}
	return nil
}

// hearing is what a browser says beside the page.
type hearing struct {
	sync.Mutex
	faults []string
}

func (h *hearing) say(format string, of ...any) {
	h.Lock()
	defer h.Unlock()
	h.faults = append(h.faults, fmt.Sprintf(format, of...))
}

func (h *hearing) all() []string {
	h.Lock()
	defer h.Unlock()
	return append([]string{}, h.faults...)
}

// listen notes what goes wrong, and lets nothing out but the page itself.
func listen(ctx context.Context, address string) (*hearing, error) {
	h := &hearing{}
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			h.say("the console says %s: %s", e.Type, spoken(e.Args))
		case *runtime.EventExceptionThrown:
			h.say("an exception: %s", exception(e.ExceptionDetails))
		case *log.EventEntryAdded:
			h.say("the log says: %s", e.Entry.Text)
		case *fetch.EventRequestPaused:
			answer := call(fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: e.RequestID})
			if e.Request.URL != address {
				h.say("the network is asked for %s", e.Request.URL)
				answer = call(fetch.FailRequest, fetch.FailRequestParams{RequestID: e.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
			}
			// Events are told in the loop that answers come back to. A request that is gone needs no answer any more.
			go func() { _ = chromedp.Do(ctx, answer) }()
		}
	})
	return h, err
}

func spoken(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		parts = append(parts, strings.TrimSpace(string(a.Value)+" "+a.Description))
	}
	return strings.Join(parts, " ")
}

func exception(e *runtime.ExceptionDetails) string {
	if e.Exception != nil {
		return e.Text + " " + e.Exception.Description
	}
	return e.Text
}
