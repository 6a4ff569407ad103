"use strict";

/** How many reports take effect on each day, and whether the map changes on it. */
class ReportCounts {
  constructor(theatre, history) {
    const { count } = theatre.calendar;
    this.counts = new Int32Array(count);
    for (const day of theatre.reports.day) if (day >= 0 && day < count) this.counts[day]++;
    this.changes = new Uint8Array(count);
    for (const day of history.changeDays) this.changes[day] = 1;
  }

  /** Sums over columns of equal length in days. */
  columns(daysEach) {
    const columns = [];
    for (let first = 0; first < this.counts.length; first += daysEach) {
      let count = 0;
      let changes = 0;
      for (let day = first; day < Math.min(first + daysEach, this.counts.length); day++) {
        count += this.counts[day];
        changes += this.changes[day];
      }
      columns.push({ first, count, changes });
    }
    return columns;
  }
}

/** The slider over the days with the histogram of reports below it. */
class Timeline {
  constructor(page) {
    this.page = page;
    this.slider = byId("slider");
    this.canvas = byId("histogram");
    this.cursor = byId("cursor");
    this.marker = byId("other-marker");
    this.calendar = page.theatre.calendar;
    this.slider.max = this.calendar.last;
    this.slider.disabled = this.calendar.count < 2;
    this.slider.addEventListener("input", () => {
      page.player.pause();
      page.goTo(Number(this.slider.value));
    });
    this.track = byId("track");
    this.track.addEventListener("pointermove", (event) => this.hint(event));
    byId("histogram").addEventListener("pointerdown", (event) => this.scrub(event));
    this.counts = new ReportCounts(page.theatre, page.scene.history);
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  /** Where a day stands: as the middle of the slider's thumb does. */
  positionOf(day) {
    const { last } = this.calendar;
    return this.thumb / 2 + (last > 0 ? day / last : 0) * (this.width - this.thumb);
  }

  dayAt(x) {
    return this.calendar.clamp(((x - this.thumb / 2) / Math.max(1, this.width - this.thumb)) * this.calendar.last);
  }

  get thumb() {
    return 16;
  }

  scrub(event) {
    this.canvas.setPointerCapture(event.pointerId);
    const go = ({ clientX }) => {
      this.page.player.pause();
      this.page.goTo(this.dayAt(clientX - this.canvas.getBoundingClientRect().left));
    };
    go(event);
    this.canvas.addEventListener("pointermove", go);
    const end = () => this.canvas.removeEventListener("pointermove", go);
    this.canvas.addEventListener("pointerup", end, { once: true });
    this.canvas.addEventListener("pointercancel", end, { once: true });
  }

  hint({ clientX }) {
    const day = this.dayAt(clientX - this.canvas.getBoundingClientRect().left);
    this.track.title = `${this.calendar.words(day)}: ${countText(this.counts.counts[day], "report")}`;
  }

  draw() {
    const ratio = devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (this.width === 0) return;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const pen = this.canvas.getContext("2d");
    pen.scale(ratio, ratio);
    this.drawBars(pen, height - 17);
    this.drawMonths(pen, height);
    this.update();
  }

  /** Dark where the map changes, light where reports change nothing, a dotted line where there are none. */
  drawBars(pen, height) {
    const { palette } = this.page.scene;
    const perDay = (this.width - this.thumb) / Math.max(1, this.calendar.last);
    const daysEach = Math.max(1, Math.ceil(2 / perDay));
    const columns = this.counts.columns(daysEach);
    const counts = columns.map(({ count }) => count).filter((count) => count > 0).sort((a, b) => a - b);
    const most = counts.length > 0 ? Math.max(2, counts[Math.floor((counts.length - 1) * 0.97)]) : 1;
    const width = Math.max(1, Math.min(10, perDay * daysEach - (perDay * daysEach > 3 ? 1 : 0.4)));
    for (const { first, count, changes } of columns) {
      const x = this.positionOf(Math.min(this.calendar.last, first + (daysEach - 1) / 2)) - width / 2;
      if (count === 0) {
        pen.fillStyle = palette.muted;
        pen.globalAlpha = 0.6;
        pen.fillRect(x, height - 1, Math.max(1, width * 0.6), 1);
        pen.globalAlpha = 1;
        continue;
      }
      const tall = Math.max(2, Math.min(1, count / most) * (height - 3));
      pen.fillStyle = changes > 0 ? palette.ink : palette.muted;
      pen.globalAlpha = changes > 0 ? 0.75 : 0.45;
      pen.fillRect(x, height - tall, width, tall);
      pen.globalAlpha = 1;
      if (count > most) pen.clearRect(x, height - tall + 2, width, 1.5);
    }
  }

  drawMonths(pen, height) {
    const { palette } = this.page.scene;
    pen.fillStyle = palette.muted;
    pen.font = `11px ${LABEL_FONT}`;
    pen.textBaseline = "alphabetic";
    const starts = this.calendar.monthStarts();
    let free = -Infinity;
    starts.forEach(({ day, month, year }, index) => {
      const x = this.positionOf(day);
      pen.fillRect(x, height - 16, 1, 4);
      const text = month === 0 || index === 0 ? `${MONTHS[month].slice(0, 3)} ${year}` : MONTHS[month].slice(0, 3);
      const width = pen.measureText(text).width;
      const next = starts.slice(index + 1).find((start) => start.month === 0);
      const roomBeforeYear = month === 0 || !next || x + width + 12 < this.positionOf(next.day);
      if (x < free || x + width > this.width || !roomBeforeYear) return;
      pen.fillText(text, x, height - 2);
      free = x + width + 14;
    });
  }

  /** Moves the thumb and the lines that mark the days. */
  update() {
    const { page } = this;
    this.slider.value = page.day;
    this.cursor.style.transform = `translateX(${this.positionOf(page.day)}px)`;
    this.marker.hidden = page.other === null;
    if (page.other !== null) this.marker.style.transform = `translateX(${this.positionOf(page.other)}px)`;
    if (!page.player.isPlaying) this.slider.setAttribute("aria-valuetext", page.dayText());
  }
}
