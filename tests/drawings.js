// What is wrong with the drawings on a page: words that meet words, lines, marks or an edge. Of each drawing that is seen.
// A line of text is measured by its letters: from the top of a capital to the foot of a g, not by the white around it.
() => {
  const faults = [];
  const seen = (element) => element.getClientRects().length > 0;
  const letters = (text) => {
    const box = text.getBoundingClientRect();
    return { left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 2 };
  };
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const through = (box, line) => {
    const [x1, y1, x2, y2] = line;
    let [start, end] = [0, 1];
    for (const [way, before, after] of [
      [x2 - x1, x1 - box.left, box.right - x1],
      [y2 - y1, y1 - box.top, box.bottom - y1],
    ]) {
      if (Math.abs(way) < 1e-6) {
        if (before < 0 || after < 0) return false;
        continue;
      }
      const [near, far] = [-before / way, after / way].sort((a, b) => a - b);
      start = Math.max(start, near);
      end = Math.min(end, far);
      if (start > end) return false;
    }
    return true;
  };
  const ends = (line) => {
    const frame = line.ownerSVGElement.getBoundingClientRect();
    const at = (name) => line[name].baseVal.value;
    return [frame.left + at("x1"), frame.top + at("y1"), frame.left + at("x2"), frame.top + at("y2")];
  };
  for (const holder of document.querySelectorAll("[data-drawing]")) {
    for (const svg of [...holder.querySelectorAll("svg")].filter(seen)) {
      const told = (what) => faults.push(`${holder.dataset.drawing} (${Math.round(holder.clientWidth)} px): ${what}`);
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].map((text) => [text.textContent.trim(), letters(text)]);
      const marks = [...svg.querySelectorAll("circle, rect")].map((mark) => mark.getBoundingClientRect());
      const lines = [...svg.querySelectorAll("line")].map(ends);
      texts.forEach(([words, box], index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)
          told(`“${words}” loopt over de rand`);
        for (const [others, other] of texts.slice(index + 1)) if (meet(box, other)) told(`“${words}” raakt “${others}”`);
        if (marks.some((mark) => mark.width && meet(box, mark))) told(`“${words}” raakt een teken`);
        if (lines.some((line) => through(box, line))) told(`“${words}” raakt een lijn`);
      });
    }
  }
  return faults;
}
