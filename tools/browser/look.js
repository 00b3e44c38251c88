// Faults of the page as it stands in its window, each in one sentence. All tables are unfolded by clicking on their summaries.
(() => {
  const faults = [];
  const words = (e) => (e ? e.textContent.trim().replace(/\s+/g, ' ') : '');
  const sized = (e) => { const b = e.getBoundingClientRect(); return b.width > 0 && b.height > 0; };
  const named = (e) => e.id || words(e).slice(0, 40) || e.tagName.toLowerCase();

  // A text of a drawing covers its letters, not the line that they stand in: marks of capitals are let into the line above.
  const over = 0.75, under = 0.2;
  const frame = (text) => {
    const box = text.getBBox(), size = parseFloat(getComputedStyle(text).fontSize), base = text.y.baseVal[0].value, m = text.getScreenCTM();
    const x = [], y = [];
    for (const left of [box.x, box.x + box.width]) {
      for (const top of [base - over * size, base + under * size]) {
        x.push(m.a * left + m.c * top + m.e);
        y.push(m.b * left + m.d * top + m.f);
      }
    }
    return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) };
  };
  const slack = 0.5; // [px]: letters are placed to parts of a dot

  const figures = [...document.querySelectorAll('figure')];
  for (const figure of figures) {
    const svg = figure.querySelector('svg');
    if (!svg || !sized(svg)) { faults.push(`figure ${named(figure)} has no drawing of any size`); continue; }
    if ([...svg.querySelectorAll('polyline, polygon')].filter((s) => { const b = s.getBBox(); return b.width + b.height > 0; }).length === 0) {
      faults.push(`figure ${named(figure)} has nothing drawn in it`);
    }
    if (words(figure.querySelector('figcaption')).length < 20) faults.push(`figure ${named(figure)} has no caption`);
    const ids = (svg.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean);
    if (svg.getAttribute('role') !== 'img' || ids.length < 2 || ids.some((id) => !words(document.getElementById(id)))) {
      faults.push(`figure ${named(figure)} has no text for who cannot see it`);
    }
    if (!figure.closest('section').querySelector('table')) faults.push(`figure ${named(figure)} has no table of its data`);
    const edge = svg.getBoundingClientRect();
    const seen = [];
    for (const text of svg.querySelectorAll('text')) {
      const f = frame(text);
      if (f.left < edge.left - slack || f.right > edge.right + slack || f.top < edge.top - slack || f.bottom > edge.bottom + slack) {
        faults.push(`figure ${named(figure)}: “${words(text)}” is cut`);
      }
      for (const [other, o] of seen) {
        if (f.left + slack < o.right && o.left + slack < f.right && f.top + slack < o.bottom && o.top + slack < f.bottom) {
          faults.push(`figure ${named(figure)}: “${words(text)}” lies on “${words(other)}”`);
        }
      }
      seen.push([text, f]);
    }
  }

  const rows = (table) => [...table.querySelectorAll('tbody tr')];
  for (const details of document.querySelectorAll('details')) {
    const where = named(details.closest('section') || details);
    if (details.open || rows(details).some((r) => r.checkVisibility())) faults.push(`table in ${where} is there before it is unfolded`);
    if (!details.open) details.querySelector('summary').click();
    if (!details.open) faults.push(`table in ${where} does not unfold`);
  }
  for (const table of document.querySelectorAll('table')) {
    const where = named(table.closest('section') || table);
    if (rows(table).length === 0) faults.push(`table in ${where} has no rows`);
    if (rows(table).some((r) => !r.checkVisibility() || !sized(r))) faults.push(`table in ${where} has rows that do not show`);
    if (!words(table.querySelector('thead'))) faults.push(`table in ${where} has no headings`);
  }

  for (const e of document.querySelectorAll('h1, h2, p, li, th, td, figcaption, summary, pre, span')) {
    if (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) faults.push(`“${words(e).slice(0, 40)}” runs out of its box by ${e.scrollWidth - e.clientWidth} px`);
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
  return { faults, figures: figures.length, tables: document.querySelectorAll('table').length, unfolded: document.querySelectorAll('details[open]').length };
})()
