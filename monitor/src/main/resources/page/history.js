/** Rows of the run's history, in the columns of the monitor: kept, joined, thinned, and made into series. Pure. */
import {known} from './format.js';

/** What a row has, where nobody says otherwise. */
export const COLUMNS = [
    'at_ms',
    'simulated_s',
    'intended',
    'sent',
    'read',
    'lag_records',
    'lag_s',
    'lag_least_s',
    'event_lag_s',
    'overdue',
    'late_send',
    'late_acknowledge',
    'late_respond',
    'late_answer_recall',
    'provisional',
];
const MOST = 3_000;
/** A row that comes so many times later than its neighbours ends a series. */
const GAP = 4;
const GAP_MS = 5_000;

/** No rows yet. */
export const nothing = () => ({columns: [], rows: []});

/** Rows of the monitor, and after them those that came with the stream since. */
export function joined(history, answer) {
    const columns = answer.columns ?? [];
    const at = columns.indexOf('at_ms');
    const rows = (answer.points ?? []).filter(row => known(row[at]));
    const newest = rows.length ? rows[rows.length - 1][at] : -Infinity;
    const since = same(history.columns, columns) ? history.rows.filter(row => row[at] > newest) : [];
    return {columns, rows: thinned([...rows, ...since])};
}

/** One row more, unless it is there already. */
export function grown(history, point) {
    const columns = point.columns ?? (history.columns.length ? history.columns : COLUMNS);
    const row = point.row;
    const at = columns.indexOf('at_ms');
    if (!row || at < 0 || !known(row[at])) {
        return history;
    }
    if (!same(history.columns, columns)) {
        return {columns, rows: [row]};
    }
    const last = history.rows[history.rows.length - 1];
    return last && last[at] >= row[at] ? history : {columns, rows: thinned([...history.rows, row])};
}

const same = (one, other) => one.length === other.length && one.every((name, i) => name === other[i]);

/** Counts are since the beginning, so a row that is left out makes the next stand for both. */
function thinned(rows) {
    if (rows.length <= MOST) {
        return rows;
    }
    const half = Math.floor(rows.length / 2);
    return [...rows.slice(0, half).filter((row, i) => i % 2 === 0), ...rows.slice(half)];
}

/** Rows with one of nulls wherever nobody looked, so that a line ends there. */
export function withGaps(history) {
    const at = history.columns.indexOf('at_ms');
    const {rows} = history;
    const shown = [];
    rows.forEach((row, i) => {
        const step = i > 0 ? row[at] - rows[i - 1][at] : 0;
        const usual = Math.max(i > 1 ? rows[i - 1][at] - rows[i - 2][at] : 0, i + 1 < rows.length ? rows[i + 1][at] - row[at] : 0);
        if (step > GAP_MS && step > GAP * usual) {
            const hole = row.map(() => null);
            hole[at] = rows[i - 1][at] + 1;
            shown.push(hole);
        }
        shown.push(row);
    });
    return {columns: history.columns, rows: shown};
}

/** The values of a column. */
export function column(history, name) {
    const at = history.columns.indexOf(name);
    return history.rows.map(row => (at < 0 ? null : (row[at] ?? null)));
}

/**
 * How fast a count grows, by row.
 *
 * @param per the column whose growth it is divided by, in units of `unit`
 * @param over so many rows
 */
export function growth(history, name, per, unit, over = 1) {
    const counts = column(history, name);
    const by = column(history, per);
    return counts.map((value, i) => {
        const from = Math.max(0, i - over);
        if (i === 0 || !known(value) || !known(counts[from]) || !known(by[i]) || !known(by[from]) || by[i] <= by[from]) {
            return null;
        }
        return (value - counts[from]) / ((by[i] - by[from]) / unit);
    });
}

/** The last so many values, each of a span of time that is as long: the last that is known in it. */
export function evenly(history, values, spanMs, parts, nowMs) {
    const times = column(history, 'at_ms');
    const first = Math.max(nowMs - spanMs, times[0] ?? nowMs);
    const width = Math.max(1, nowMs - first) / parts;
    const shown = new Array(parts).fill(null);
    times.forEach((time, i) => {
        const part = Math.min(parts - 1, Math.floor((time - first) / width));
        if (time >= first && values[i] != null) {
            shown[part] = values[i];
        }
    });
    return filled(shown, times, first, width);
}

/** A span without a row of its own, between two that are near, has the value before. */
function filled(shown, times, first, width) {
    const sparse = times.filter(time => time >= first).length < shown.length;
    if (sparse) {
        for (let i = 1; i < shown.length; i++) {
            shown[i] ??= shown[i - 1];
        }
    }
    return shown;
}

/** Spans of marks: from one that is bad to the next of the same kind and name that is not; and single marks. */
export function spans(marks) {
    const open = new Map();
    const shown = [];
    for (const mark of [...(marks ?? [])].sort((a, b) => a.at_ms - b.at_ms)) {
        const key = mark.kind + '\n' + mark.name;
        const before = open.get(key);
        if (before) {
            before.untilMs = mark.at_ms;
            open.delete(key);
        }
        if (!before || mark.bad) {
            const span = {fromMs: mark.at_ms, untilMs: mark.bad ? null : mark.at_ms, bad: Boolean(mark.bad), mark};
            shown.push(span);
            if (mark.bad) {
                open.set(key, span);
            }
        }
    }
    return shown;
}
