/** What is happening: four charts with one cursor, drawn by uPlot; gaps stay gaps, faults and alerts are marks. */
import {change} from '../actions.js';
import {section} from '../derive.js';
import {attribute, byId, el, hidden, keyed, svg, text} from '../dom.js';
import {count, duration, known, number, rate, simulatedAt, wall} from '../format.js';
import {column, growth, spans, withGaps} from '../history.js';
import {choice, fill} from '../parts.js';
import {t} from '../strings.js';

const RANGES = {1: 60, 15: 900, run: Infinity};
const LEAST_S = 10;
const SECONDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 172_800, 432_000, 864_000, 2_592_000];
const HOUR_S = 3_600;

/** What each chart shows: how its values are made of the history, and said. */
const CHARTS = [
    {
        key: 'rates',
        shows: value => rate(value),
        axis: value => count(value),
        series: [
            ['intended', 'intended', [2, 3]],
            ['sent', 'sent', []],
            ['read', 'read', [7, 3]],
        ],
        values: (history, name) => growth(history, name, 'at_ms', 1_000),
    },
    {
        key: 'time_lag',
        shows: value => duration(value),
        axis: value => duration(value),
        incrs: SECONDS,
        band: true,
        series: [
            ['lag_s', 'lag', []],
            ['lag_least_s', 'lag', [2, 3]],
        ],
        values: (history, name) => column(history, name),
    },
    {
        key: 'event_lag',
        shows: value => duration(value),
        axis: value => duration(value),
        incrs: SECONDS,
        series: [['event_lag_s', 'event', []]],
        values: (history, name) => column(history, name),
    },
    {
        key: 'became_late',
        shows: value => number(value, Math.abs(value) < 1 ? 2 : Math.abs(value) < 10 ? 1 : 0),
        axis: (value, step) => (step < 1 ? number(value, step < 0.1 ? 2 : 1) : count(value)),
        series: [
            ['late_send', 'send', [1, 3]],
            ['late_acknowledge', 'acknowledge', []],
            ['late_respond', 'respond', [7, 3]],
            ['late_answer_recall', 'answer_recall', [7, 3, 1, 3]],
        ],
        values: (history, name) => growth(history, name, 'simulated_s', HOUR_S, Math.ceil(history.rows.length / 60)),
    },
];

let uPlot = null;
let plots = [];
let dressed = '';
let zoom = null;
let worked = {history: null, of: new Map()};
let drawn = {history: null, shown: ''};
let gapless = {history: null, shown: null};
let current = {history: {columns: [], rows: []}, range: '15', marks: [], offsetS: 0, nowMs: 0};

/** Shows the charts. */
export function render(state) {
    prepare();
    current = {
        history: gaps(state.history),
        range: state.view.range,
        marks: spans(section(state, 'marks')),
        offsetS: section(state, 'run')?.utc_offset_s ?? 0,
        nowMs: state.serverMs,
        agency: state.view.agency,
    };
    choice(
        byId('charts-range'),
        Object.keys(RANGES)
            .map(value => ({value, name: t('range.' + value)}))
            .sort((a, b) => RANGES[a.value] - RANGES[b.value]),
        state.view.range,
        range => {
            zoomTo(null);
            change({range});
        },
    );
    heads();
    draw();
    alternative();
}

/** A history that is the same has the same gaps. */
function gaps(history) {
    if (gapless.history !== history) {
        gapless = {history, shown: withGaps(history)};
    }
    return gapless.shown;
}

function prepare() {
    const root = byId('charts');
    if (root.firstChild) {
        return;
    }
    for (const chart of CHARTS) {
        const title = el('h3', {}, el('button', {type: 'button', class: 'explained', 'data-explain': chart.key}));
        root.append(
            el(
                'div',
                {class: 'chart', id: 'chart-' + chart.key},
                el('div', {class: 'chart-head'}, title, el('span', {class: 'grow'}), el('span', {class: 'chart-legend chart-head'})),
                el('div', {class: 'plot', role: 'img'}, el('div', {class: 'empty'})),
            ),
        );
    }
    byId('charts-reset').addEventListener('click', () => zoomTo(null));
    byId('charts-alternative').addEventListener('toggle', alternative);
    root.addEventListener('dblclick', () => zoomTo(null));
    new ResizeObserver(() => plots.forEach(plot => plot.setSize(sizeOf(plot.root.parentNode)))).observe(root);
    load().then(library => {
        uPlot = library;
        draw();
    });
}

/** uPlot in its small form, a script; where that is not served, its module. */
function load() {
    return new Promise(resolve => {
        const script = el('script', {src: new URL('../uPlot.iife.min.js', import.meta.url)});
        script.onload = () => resolve(window.uPlot);
        script.onerror = () => import('../uPlot.esm.js').then(module => resolve(module.default));
        document.head.append(script);
    });
}

/** Draws anew after the theme changed. */
export function dress() {
    dressed = '';
    draw();
}

function zoomTo(range) {
    zoom = range;
    byId('charts-reset').classList.toggle('away', !zoom);
    draw();
}

const sizeOf = node => ({width: Math.max(120, node.clientWidth), height: Math.max(60, node.clientHeight)});

/** From when to when is shown, in seconds. */
function shownRange() {
    if (zoom) {
        return zoom;
    }
    const times = column(current.history, 'at_ms');
    if (times.length === 0) {
        return [current.nowMs / 1_000 - LEAST_S, current.nowMs / 1_000];
    }
    const last = times[times.length - 1] / 1_000;
    const first = Math.max(times[0] / 1_000, last - RANGES[current.range]);
    return [Math.min(first, last - LEAST_S), last];
}

/** What a chart draws: worked out once for each history. */
function dataOf(chart) {
    const {history} = current;
    if (worked.history !== history) {
        worked = {history, of: new Map()};
    }
    if (!worked.of.has(chart)) {
        worked.of.set(chart, [column(history, 'at_ms').map(ms => ms / 1_000), ...chart.series.map(([name]) => chart.values(history, name))]);
    }
    return worked.of.get(chart);
}

function draw() {
    if (!uPlot) {
        return;
    }
    const empty = current.history.rows.length === 0;
    const look = document.documentElement.dataset.theme + matchMedia('(prefers-color-scheme: dark)').matches + document.documentElement.lang + size(1);
    if (look !== dressed) {
        plots.forEach(plot => plot.destroy());
        plots = CHARTS.map((chart, i) => new uPlot(options(chart, i), dataOf(chart), byId('chart-' + chart.key).querySelector('.plot')));
        dressed = look;
    } else {
        const shown = [shownRange(), byId('charts').clientWidth, current.marks.length, current.agency].join();
        if (drawn.history !== current.history || drawn.shown !== shown) {
            drawn = {history: current.history, shown};
            plots.forEach((plot, i) => plot.setData(dataOf(CHARTS[i])));
        }
    }
    CHARTS.forEach(chart => {
        const node = byId('chart-' + chart.key).querySelector('.empty');
        hidden(node, !empty);
        text(node, t('charts.empty'));
    });
    legends(plots[0]?.cursor.idx ?? null);
}

function colour(name) {
    const probe = byId('charts');
    probe.style.color = 'var(--' + name + ')';
    const found = getComputedStyle(probe).color;
    probe.style.color = '';
    return found;
}

function options(chart, index) {
    const [soft, line] = [colour('soft'), colour('line')];
    const font = size(0.85) + 'px system-ui, sans-serif';
    const last = index === CHARTS.length - 1;
    const time = {scale: 'x', stroke: soft, font, grid: {stroke: line, width: 1}, ticks: {stroke: line, size: 4}, space: size(8.5)};
    const below = {
        ...time,
        size: last ? size(2) : 6,
        values: last ? (plot, at) => at.map(s => (fits(plot, s) ? wall(1_000 * s, current.nowMs) : '')) : (plot, at) => at.map(() => ''),
    };
    const above = {...time, side: 0, size: size(1.9), grid: {show: false}, space: size(11.5), values: (plot, at) => at.map(s => (fits(plot, s) ? simulatedText(s) : ''))};
    return {
        ...sizeOf(byId('chart-' + chart.key).querySelector('.plot')),
        padding: [6, 16, 0, 0],
        legend: {show: false},
        cursor: {sync: {key: 'docaxis', setSeries: false}, drag: {x: true, y: false, setScale: false}, y: false, points: {size: 6}},
        scales: {x: {time: false, range: () => shownRange()}, y: {range: (plot, least, most) => padded(least, most)}},
        axes: [
            below,
            {
                stroke: soft,
                font,
                size: size(5),
                grid: {stroke: line, width: 1},
                ticks: {show: false},
                space: size(2),
                incrs: chart.incrs,
                values: (plot, at, axis, space, step) => at.map(value => (current.history.rows.length ? chart.axis(value, step) : '')),
            },
            ...(index === 0 ? [above] : []),
        ],
        series: [{}, ...chart.series.map(([, tone, dash]) => ({stroke: colour('c-' + tone), width: 1.5, dash, spanGaps: false, points: {show: false}}))],
        bands: chart.band ? [{series: [1, 2], fill: translucent(colour('c-lag'), 0.22)}] : [],
        hooks: {draw: [plot => marks(plot, index === 0)], setCursor: [cursor], setSelect: [selected]},
    };
}

/** Whether words at an instant have room at the right. */
const fits = (plot, s) => plot.valToPos(s, 'x') < plot.bbox.width / (devicePixelRatio || 1) - size(2.2);

/** From 0, unless there is less, with room above. */
function padded(least, most) {
    if (!known(least) || !known(most)) {
        return [0, 1];
    }
    return [Math.min(0, least), most <= 0 ? 1 : most * 1.08];
}

/** So many times the size of the page's letters, which grow with the wall that it hangs on. */
const size = rem => Math.round(rem * parseFloat(getComputedStyle(document.documentElement).fontSize));

const translucent = (rgb, alpha) => rgb.replace('rgb(', 'rgba(').replace(')', ', ' + alpha + ')');

function simulatedText(s) {
    const at = simulatedSeconds(1_000 * s);
    return at == null ? '' : simulatedAt(60 * Math.floor(at / 60), current.offsetS, false);
}

/** Simulated time at an instant, on a line between the rows around it. */
function simulatedSeconds(ms) {
    const times = column(current.history, 'at_ms');
    const values = column(current.history, 'simulated_s');
    const after = times.findIndex((time, i) => time >= ms && values[i] != null);
    if (after < 0 || times[after] === ms) {
        return after < 0 ? null : values[after];
    }
    const before = after - 1;
    if (before < 0 || values[before] == null) {
        return null;
    }
    return values[before] + ((values[after] - values[before]) * (ms - times[before])) / (times[after] - times[before]);
}

function selected(plot) {
    if (plot.select.width < 6) {
        return;
    }
    const range = [plot.posToVal(plot.select.left, 'x'), plot.posToVal(plot.select.left + plot.select.width, 'x')];
    plot.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
    queueMicrotask(() => zoomTo(range));
}

function cursor(plot) {
    const {idx} = plot.cursor;
    if (plot === plots[0] || plot.cursor.event) {
        legends(idx ?? null);
    }
}

/** The values below the cursor, or the newest. */
function legends(idx) {
    const times = column(current.history, 'at_ms');
    const at = idx ?? times.length - 1;
    text(
        byId('charts-cursor'),
        times.length === 0
            ? ''
            : idx == null
              ? t('charts.hint')
              : t('charts.cursor', {wall: wall(times[at], current.nowMs), simulated: simulatedAt(simulatedSeconds(times[at]), current.offsetS)}),
    );
    for (const chart of CHARTS) {
        const data = dataOf(chart);
        const items = byId('chart-' + chart.key).querySelectorAll('.legend-item b');
        chart.series.forEach((series, i) => items[i] && text(items[i], times.length ? chart.shows(data[i + 1][at] ?? null) : '◇'));
    }
}

function heads() {
    for (const chart of CHARTS) {
        const node = byId('chart-' + chart.key);
        text(node.querySelector('.explained'), t('chart.' + chart.key));
        keyed(
            node.querySelector('.chart-legend'),
            chart.series,
            series => series[0],
            ([, tone, dash]) =>
                el(
                    'span',
                    {class: 'legend-item'},
                    svg(
                        'svg',
                        {viewBox: '0 0 22 6', 'aria-hidden': 'true'},
                        svg('line', {x1: 0, y1: 3, x2: 22, y2: 3, stroke: 'var(--c-' + tone + ')', 'stroke-width': 2, 'stroke-dasharray': dash.join(' ')}),
                    ),
                    el('span'),
                    el('b'),
                ),
            (item, [name]) => text(item.children[1], t('series.' + name)),
        );
        attribute(
            node.querySelector('.plot'),
            'aria-label',
            t('chart.' + chart.key) +
                ': ' +
                chart.series
                    .map(([name], i) => {
                        const values = dataOf(chart)[i + 1];
                        return t('series.' + name) + ' ' + chart.shows(values[values.length - 1] ?? null);
                    })
                    .join(', ') +
                '. ' +
                t('charts.see_table'),
        );
    }
}

/** Faults and alerts: a band while it lasts, a line where it begins, its words above the first chart. */
function marks(plot, words) {
    const {ctx, bbox} = plot;
    const scale = (size(0.85) / 11) * (devicePixelRatio || 1);
    const [from, until] = [plot.scales.x.min, plot.scales.x.max];
    const labels = [];
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const span of current.marks) {
        const [start, end] = [span.fromMs / 1_000, (span.untilMs ?? Infinity) / 1_000];
        if (end < from || start > until || (span.mark.kind === 'agency' && current.agency && span.mark.name !== current.agency)) {
            continue;
        }
        const left = plot.valToPos(Math.max(start, from), 'x', true);
        const right = plot.valToPos(Math.min(end, until), 'x', true);
        const tone = colour(span.bad ? 'bad' : 'soft');
        ctx.fillStyle = translucent(tone, 0.08);
        ctx.fillRect(left, bbox.top, right - left, bbox.height);
        ctx.strokeStyle = tone;
        ctx.lineWidth = scale;
        ctx.setLineDash(span.bad ? [] : [3 * scale, 3 * scale]);
        ctx.beginPath();
        ctx.moveTo(left, bbox.top);
        ctx.lineTo(left, bbox.top + bbox.height);
        ctx.stroke();
        labels.unshift([span, left]);
    }
    const taken = [];
    if (words) {
        labels.sort(([a], [b]) => b.bad - a.bad).forEach(([span, left]) => label(ctx, bbox, span, left, taken, scale));
    }
    ctx.restore();
}

function label(ctx, bbox, span, left, taken, scale) {
    const said = (span.bad ? '■ ' : '○ ') + markName(span.mark);
    const cut = said.length > 34 ? said.slice(0, 33) + '…' : said;
    ctx.font = 11 * scale + 'px system-ui, sans-serif';
    const wide = ctx.measureText(cut).width + 10 * scale;
    const x = Math.min(left + 3 * scale, bbox.left + bbox.width - wide);
    if (taken.some(at => Math.abs(at.x + at.wide / 2 - x - wide / 2) < (at.wide + wide) / 2)) {
        return;
    }
    taken.push({x, wide});
    ctx.fillStyle = translucent(colour('panel'), 0.85);
    ctx.fillRect(x, bbox.top + scale, wide - 4 * scale, 14 * scale);
    ctx.fillStyle = colour(span.bad ? 'bad' : 'soft');
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    ctx.fillText(cut, x + 2 * scale, bbox.top + 2 * scale);
}

const markName = ({kind, name, state, text: words}) =>
    [kind === 'run' ? words : kind === 'source' ? t('truth.source', {source: name}) : name, kind === 'group' ? t('health.' + state) : state].filter(Boolean).join(' ');

const markText = mark => markName(mark) + (mark.text && mark.kind !== 'run' ? ': ' + mark.text : '');

/** The same for who cannot see it: newest, least and most of each line in the range, and the marks. */
function alternative() {
    const node = byId('charts-text');
    if (!byId('charts-alternative').open) {
        return;
    }
    if (!node.firstChild) {
        node.append(el('table', {}, el('thead', {}, el('tr')), el('tbody')), el('h3'), el('table', {}, el('thead', {}, el('tr')), el('tbody')));
    }
    const [from, until] = shownRange();
    const times = column(current.history, 'at_ms');
    const lines = CHARTS.flatMap(chart =>
        chart.series.map(([name], i) => {
            const values = dataOf(chart)[i + 1];
            const within = values.filter((value, at) => known(value) && times[at] >= 1_000 * from && times[at] <= 1_000 * until);
            return {
                key: name,
                cells: [
                    t('chart.' + chart.key),
                    t('series.' + name),
                    chart.shows(values[values.length - 1] ?? null),
                    chart.shows(within.length ? Math.min(...within) : null),
                    chart.shows(within.length ? Math.max(...within) : null),
                ],
            };
        }),
    );
    fill(node.children[0], 'column.', ['chart', 'line', 'newest', 'least', 'most'], lines);
    text(node.children[1], t('charts.marks'));
    fill(
        node.children[2],
        'column.',
        ['wall', 'simulated', 'mark'],
        current.marks
            .slice(-50)
            .reverse()
            .map(span => ({
                key: span.mark.at_ms + span.mark.kind + span.mark.name + span.mark.state,
                cells: [
                    wall(span.fromMs, current.nowMs),
                    simulatedAt(span.mark.simulated_s, current.offsetS),
                    (span.bad ? '■ ' : '○ ') +
                        markText(span.mark) +
                        (span.bad ? ' · ' + (span.untilMs == null ? t('charts.still') : t('charts.for', {s: duration((span.untilMs - span.fromMs) / 1_000)})) : ''),
                ],
            })),
    );
}
