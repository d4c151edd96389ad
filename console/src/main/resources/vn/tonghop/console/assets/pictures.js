// Draws the charts of a page from the JSON beside them. Without it, the tables say the same.
"use strict";

(() => {
  const ROW = 22;
  const FRAME = 90;
  const INK = "#1b1b1b";

  /** Colours of one series: one for all its figures, or one a figure. */
  function colour(set) {
    return set.colours.length === 1 ? set.colours[0] : set.colours;
  }

  function dataset(chart, set) {
    const lines = chart.kind === "line" || chart.kind === "steps";
    return {
      label: set.name,
      data: set.values,
      texts: set.texts,
      backgroundColor: colour(set),
      borderColor: lines ? colour(set) : "#595959",
      borderWidth: lines ? 2 : 1,
      borderDash: set.dashed ? [6, 4] : [],
      stepped: chart.kind === "steps" ? "before" : false,
      pointRadius: chart.kind === "line" ? 5 : 0,
      pointHitRadius: 12,
      pointStyle: set.dashed ? "rectRot" : "circle",
      spanGaps: false
    };
  }

  function options(chart) {
    const bars = chart.kind === "bars";
    const figures = {
      beginAtZero: true,
      max: chart.most === null ? undefined : chart.most,
      stacked: chart.kind === "stacked",
      title: { display: true, text: chart.axis, color: INK },
      ticks: { color: INK, precision: 0 }
    };
    const names = {
      stacked: chart.kind === "stacked",
      ticks: { color: INK, autoSkip: !bars }
    };
    return {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: bars ? "y" : "x",
      scales: bars ? { x: figures, y: names } : { x: names, y: figures },
      interaction: { mode: "index", intersect: false, axis: bars ? "y" : "x" },
      plugins: {
        title: { display: true, text: chart.title, color: INK },
        legend: { display: chart.sets.length > 1, labels: { color: INK } },
        tooltip: {
          callbacks: {
            label: (item) => item.dataset.label + ": " + item.dataset.texts[item.dataIndex]
          }
        }
      }
    };
  }

  for (const place of document.querySelectorAll("[data-chart]")) {
    const chart = JSON.parse(place.querySelector("script").textContent);
    place.hidden = false;
    if (chart.kind === "bars") {
      place.style.height = chart.labels.length * ROW + FRAME + "px";
    }
    new Chart(place.querySelector("canvas"), {
      type: chart.kind === "bars" || chart.kind === "stacked" ? "bar" : "line",
      data: { labels: chart.labels, datasets: chart.sets.map((set) => dataset(chart, set)) },
      options: options(chart)
    });
  }
})();
