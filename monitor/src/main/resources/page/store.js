/** All that the page knows: sections of the stream, whether they are fresh, and what is held while it pauses. Pure: time is given. */
import {onTime} from './derive.js';
import {grown, joined, nothing} from './history.js';

/** Without a message for so long, what is shown is stale. */
export const STALE_MS = 3_000;

/** How long it is said that records which nobody can read come in, after the last one. */
export const NEWS_MS = 600_000;

const DEAD = ['dead_letter_malformed', 'dead_letter_checksum', 'dead_letter_unknown_kind', 'dead_letter_no_receiver', 'dead_letter_stray'];

/** How many records could not be read or go to nobody; null: unknown. */
export function deadLetters(run) {
    return run?.records ? DEAD.reduce((sum, name) => sum + (run.records[name] ?? 0), 0) : null;
}

/** A store; instants are milliseconds of the browser's wall clock. */
export function createStore(startMs) {
    let sections = {};
    let history = nothing();
    let held = null;
    let heardMs = null;
    let lostMs = null;
    let skewMs = 0;
    let resets = 0;
    let shares = [];
    let dead = {count: null, fromMs: null, grewMs: null};

    function remember(run, nowMs) {
        const total = deadLetters(run);
        if (total != null && dead.count != null && total > dead.count) {
            const goesOn = dead.grewMs != null && nowMs - dead.grewMs < NEWS_MS;
            dead = {count: total, fromMs: goesOn ? dead.fromMs : nowMs, grewMs: nowMs};
        } else if (total != null) {
            dead = dead.count == null || total < dead.count ? {count: total, fromMs: null, grewMs: null} : {...dead, count: total};
        }
        const now = Date.parse(run?.now ?? '');
        skewMs = Number.isNaN(now) ? skewMs : now - nowMs;
    }

    function health(nowMs) {
        if (heardMs == null) {
            return lostMs == null && nowMs - startMs < STALE_MS ? 'connecting' : 'unreachable';
        }
        return lostMs != null || nowMs - heardMs >= STALE_MS ? 'stale' : 'live';
    }

    return {
        /** A message of the stream. */
        received(message, nowMs) {
            heardMs = nowMs;
            lostMs = null;
            if (message.reset) {
                resets++;
                sections = {};
            }
            sections = {...sections, ...message.sections};
            if ('run' in message.sections) {
                remember(sections.run, nowMs);
            }
            if (message.sections.obligations) {
                shares = [...shares.slice(-899), onTime({sections}).share];
            }
            if (message.sections.point) {
                history = grown(history, {columns: message.sections.point.columns, row: rowOf(message.sections.point)});
            }
        },
        /** The connection is gone: since when counts from the first time that this is said. */
        lost(nowMs) {
            lostMs ??= nowMs;
        },
        /** The answer about the whole run's history. */
        historyRead(answer) {
            history = joined(history, answer);
        },
        /** Forgets the history, of another run or prefix. */
        forgetHistory() {
            history = nothing();
        },
        pause(nowMs) {
            held ??= {sections, history, shares, sinceMs: nowMs, heardMs};
        },
        resume() {
            held = null;
        },
        /** How often all was sent anew. */
        resets: () => resets,
        /** What is to be shown now. */
        state(nowMs) {
            const shown = held ?? {sections, history, shares, heardMs};
            return {
                sections: shown.sections,
                history: shown.history,
                /** On-time shares since the page was opened. */
                shares: shown.shares,
                link: {
                    health: health(nowMs),
                    heardMs,
                    ageS: shown.heardMs == null ? null : Math.max(0, (nowMs - shown.heardMs) / 1000),
                    sinceMs: health(nowMs) === 'live' ? null : (lostMs ?? heardMs ?? startMs),
                },
                pausedSinceMs: held?.sinceMs ?? null,
                nowMs,
                /** The monitor's clock, now. */
                serverMs: nowMs + skewMs,
                deadFromMs: dead.fromMs,
                deadGrewMs: dead.grewMs,
            };
        },
    };
}

/** A point is a row, or an answer with one. */
function rowOf(point) {
    return Array.isArray(point) ? point : (point.row ?? point.points?.[0] ?? null);
}
