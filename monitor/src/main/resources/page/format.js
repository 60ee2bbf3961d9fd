/** Figures, durations and instants as text, in the language of the page. Unknown is never 0. Pure. */
import {language, t} from './strings.js';

export const UNKNOWN = '◇';

const formats = new Map();

function numbers(digits) {
    const key = language() + digits;
    if (!formats.has(key)) {
        formats.set(key, new Intl.NumberFormat(language(), {minimumFractionDigits: digits, maximumFractionDigits: digits}));
    }
    return formats.get(key);
}

/** A number with so many digits after the point. */
export const number = (value, digits = 0) => (known(value) ? numbers(digits).format(value) : UNKNOWN);

/** Whether a figure is known. */
export const known = value => typeof value === 'number' && Number.isFinite(value);

/** A count: whole up to a million, then three digits and a unit. */
export function count(value) {
    if (!known(value) || Math.abs(value) < 1e6) {
        return number(value);
    }
    const [unit, size] = Math.abs(value) >= 1e9 ? ['unit.billion', 1e9] : ['unit.million', 1e6];
    const shown = value / size;
    return number(shown, Math.abs(shown) < 10 ? 2 : Math.abs(shown) < 100 ? 1 : 0) + ' ' + t(unit);
}

/** A share in percent: it is 0 or 100 only if it is exactly that. */
export function percent(share, digits = 1) {
    if (!known(share)) {
        return UNKNOWN;
    }
    const step = 10 ** -digits;
    const rounded = Number((100 * share).toFixed(digits));
    const shown = share < 1 && rounded >= 100 ? 100 - step : share > 0 && rounded <= 0 ? step : rounded;
    return number(shown, digits) + ' %';
}

/** A rate a second. */
export const rate = value => (known(value) ? t('unit.per_s', {n: value !== 0 && Math.abs(value) < 10 ? number(value, 1) : count(Math.round(value))}) : UNKNOWN);

const UNITS = [
    ['unit.d', 86_400],
    ['unit.h', 3_600],
    ['unit.min', 60],
    ['unit.s', 1],
];

/** A duration by its two greatest units: `10 d 17 h`, `3 min 20 s`, `1.8 s`. */
export function duration(seconds) {
    if (!known(seconds)) {
        return UNKNOWN;
    }
    if (seconds < 0) {
        return '−' + duration(-seconds);
    }
    if (seconds > 0 && seconds < 0.095) {
        return number(1_000 * seconds, seconds < 0.00095 ? 1 : 0) + ' ' + t('unit.ms');
    }
    if (seconds < 9.95) {
        return number(seconds, Number.isInteger(seconds) ? 0 : 1) + ' ' + t('unit.s');
    }
    const whole = seconds < 3_600 ? Math.round(seconds) : Math.floor(seconds);
    const at = UNITS.findIndex(unit => whole >= unit[1]);
    const [unit, size] = UNITS[at];
    const [lesser, lesserSize] = UNITS[Math.min(at + 1, 3)];
    const rest = Math.floor((whole % size) / lesserSize);
    return number(Math.floor(whole / size)) + ' ' + t(unit) + (rest > 0 ? ' ' + number(rest) + ' ' + t(lesser) : '');
}

/** The same where there is little room: one unit, if there are ten of it or more. */
export function briefly(seconds) {
    const unit = known(seconds) ? UNITS.find(each => seconds >= each[1]) : null;
    return unit && seconds >= 10 * unit[1] ? duration(Math.floor(seconds / unit[1]) * unit[1]) : duration(seconds);
}

/** How long the oldest of some duties is overdue: none if none is. */
export const oldest = duties => (duties.oldestS == null ? (duties.overdue === 0 ? '–' : UNKNOWN) : briefly(duties.oldestS));

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/;

function pattern(options) {
    const key = language() + JSON.stringify(options);
    if (!formats.has(key)) {
        formats.set(key, new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), options));
    }
    return formats.get(key);
}

function day(utcMs, withYear) {
    if (language() === 'vi') {
        const date = new Date(utcMs);
        return (
            pattern({weekday: 'narrow', timeZone: 'UTC'}).format(utcMs) + ' ' + date.getUTCDate() + '/' + (date.getUTCMonth() + 1) + (withYear ? '/' + date.getUTCFullYear() : '')
        );
    }
    return pattern({weekday: 'short', day: 'numeric', month: 'short', ...(withYear ? {year: 'numeric'} : {}), timeZone: 'UTC'})
        .format(utcMs)
        .replaceAll(',', '');
}

/** An instant of simulated time in the run's own time, however far from here: `Mon 5 Jun 2023 17:00`. */
export function simulated(iso, withYear = true) {
    const parts = ISO.exec(iso ?? '');
    if (!parts) {
        return UNKNOWN;
    }
    const [, year, month, date, hour, minute, second] = parts;
    const seconds = second && second !== '00' ? ':' + second : '';
    return day(Date.UTC(year, month - 1, date), withYear) + ' ' + hour + ':' + minute + seconds;
}

/** The same of seconds since 1970, in a run whose time is so far from UTC. */
export const simulatedAt = (seconds, offsetS, withYear = true) =>
    known(seconds) ? simulated(new Date(1000 * (Math.floor(seconds) + (offsetS ?? 0))).toISOString(), withYear) : UNKNOWN;

/** Seconds since 1970 of an instant in ISO 8601; null: none. */
export function seconds(iso) {
    const ms = Date.parse(iso ?? '');
    return Number.isNaN(ms) ? null : ms / 1000;
}

/**
 * An instant of the wall clock, where the page is read; with the day if that is another than today.
 *
 * @param zone of another place, for tests
 */
export function wall(ms, nowMs = ms, zone = undefined) {
    if (!known(ms)) {
        return UNKNOWN;
    }
    const time = pattern({hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: zone}).format(ms);
    const date = pattern({day: 'numeric', month: 'short', timeZone: zone});
    return date.format(ms) === date.format(nowMs) ? time : date.format(ms) + ' ' + time;
}

/** An interval of durations: one if both ends are shown alike, at least if there is no upper end. */
export function interval(leastS, mostS) {
    if (!known(mostS)) {
        return known(leastS) ? t('least', {n: duration(leastS)}) : UNKNOWN;
    }
    return known(leastS) && duration(leastS) !== duration(mostS) ? t('between', {from: duration(leastS), to: duration(mostS)}) : duration(mostS);
}

/** Text in which case and accents are alike. */
export const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Bytes in lines of 16, each with its place. */
export function hexLines(hex) {
    const bytes = (hex ?? '').match(/../g) ?? [];
    const lines = [];
    for (let at = 0; at < bytes.length; at += 16) {
        lines.push({at, bytes: bytes.slice(at, at + 16)});
    }
    return lines;
}
