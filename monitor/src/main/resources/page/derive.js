/** What follows from the sections: shares, states, orders. Pure; unknown stays null. */
import {column, growth} from './history.js';
import {known, plain, seconds} from './format.js';

export const OBLIGATIONS = ['send', 'acknowledge', 'respond', 'answer_recall'];
/** From here on a share is one: below it, single duties would move it. */
export const ENOUGH = 20;

/** A sum; null as soon as one is unknown. */
export const sum = values => (values.every(known) ? values.reduce((all, value) => all + value, 0) : null);

/** A section that is there, or null. */
export const section = (state, name) => state.sections[name] ?? null;

/** The prefix that is shown, so that all is asked about the same: the chosen one, or that which the monitor shows unasked; null: unknown. */
export const aboutPrefix = state => state.view.prefix ?? section(state, 'run')?.prefix ?? null;

/** A name as short as it can be without doubt. */
export const shortName = name =>
    (name ?? '')
        .replace(/^People's Committee of /, '')
        .replace(/^Ministry of /, '')
        .replace(/^UBND (tỉnh|thành phố|Thành phố) /, '')
        .replace(/^Bộ /, '');

/** The agencies of the catalogue, by code. */
export function catalogue(state) {
    const list = section(state, 'catalogue')?.agencies ?? [];
    if (catalogue.of !== list) {
        catalogue.of = list;
        catalogue.byCode = new Map(list.map(agency => [agency.code, agency]));
    }
    return catalogue.byCode;
}

const PROVINCES = Array.from({length: 63}, (_, i) => 'H' + String(i + 1).padStart(2, '0'));

/** Whether the catalogue has the 63 provinces of 2023, so that a map can be drawn. */
export const hasProvinces = state => PROVINCES.every(code => catalogue(state).has(code));

/** Whether the map is to be seen: chosen, or beside the table on a wall. */
export const showsMap = (state, wide) => hasProvinces(state) && (wide || state.view.view === 'map');

/** How an agency is called in a language; one below level 1 as the one that it is below. */
export function agencyName(state, code, language) {
    const agency = catalogue(state).get(code) ?? catalogue(state).get(String(code).split('.')[0]);
    return agency ? shortName(language === 'vi' ? (agency.name_vi ?? agency.name) : (agency.name ?? agency.name_vi)) : '';
}

/** How many agencies there are in all. */
export function agencyCount(state) {
    const all = section(state, 'catalogue');
    return all ? all.agencies.length + (all.departments ?? 0) + (all.communes ?? 0) : null;
}

const ROW = ['on_time', 'late', 'overdue', 'open', 'voided', 'due_soon', 'oldest_s'];

/** The duties of a row of agencies, for one obligation or (null) all. */
export function duties(row, columns, obligation) {
    const at = name => (columns ?? ROW).indexOf(name);
    const lines = OBLIGATIONS.map((name, i) => (obligation == null || name === obligation ? row.duties[i] : null)).filter(Boolean);
    const total = name => sum(lines.map(line => line[at(name)] ?? null));
    const oldest = lines.map(line => line[at('oldest_s')]).filter(known);
    const [onTime, late, overdue] = ['on_time', 'late', 'overdue'].map(total);
    return {onTime, late, overdue, open: total('open'), dueSoon: total('due_soon'), oldestS: oldest.length ? Math.max(...oldest) : null, ...shares(onTime, late, overdue)};
}

/** What share is missed of what is decided. */
export function shares(onTime, late, overdue) {
    const decided = sum([onTime, late, overdue]);
    return {decided, missed: sum([late, overdue]), missedShare: decided ? (late + overdue) / decided : null};
}

/** The rows of the level-1 agencies as things with names. */
export function agencyRows(state, language) {
    const agencies = section(state, 'agencies');
    const byCode = catalogue(state);
    return (agencies?.rows ?? []).map(row => {
        const agency = byCode.get(row.code);
        return {
            code: row.code,
            name: agencyName(state, row.code, language),
            tier: agency?.tier ?? null,
            silent: row.silent,
            silentSince: row.silent_since,
            doubtful: row.doubtful,
            all: duties(row, agencies.columns, null),
            of: Object.fromEntries(OBLIGATIONS.map(name => [name, duties(row, agencies.columns, name)])),
        };
    });
}

/** An answer of the monitor about agencies of any level, as the same rows. */
export function answeredRows(answer, language) {
    return (answer?.agencies ?? []).map(agency => {
        const of = {};
        for (const name of OBLIGATIONS) {
            const duty = agency.duties?.[name] ?? {};
            of[name] = {
                onTime: duty.on_time ?? null,
                late: duty.late ?? null,
                overdue: duty.overdue ?? null,
                open: duty.open ?? null,
                dueSoon: duty.due_soon ?? null,
                oldestS: duty.oldest_s ?? null,
                ...shares(duty.on_time ?? null, duty.late ?? null, duty.overdue ?? null),
            };
        }
        const total = part => sum(OBLIGATIONS.map(name => of[name][part]));
        const oldest = OBLIGATIONS.map(name => of[name].oldestS).filter(known);
        return {
            code: agency.code,
            name: shortName(language === 'vi' ? (agency.name_vi ?? agency.name) : (agency.name ?? agency.name_vi)),
            tier: agency.tier,
            above: agency.above,
            silent: null,
            silentSince: null,
            doubtful: null,
            of,
            all: {
                onTime: total('onTime'),
                late: total('late'),
                overdue: total('overdue'),
                open: total('open'),
                dueSoon: total('dueSoon'),
                oldestS: oldest.length ? Math.max(...oldest) : null,
                ...shares(total('onTime'), total('late'), total('overdue')),
            },
        };
    });
}

/** Worst first: by share (of few duties last), by how many are overdue, by the oldest, or by code. */
export function worstFirst(rows, by, obligation) {
    const of = row => (obligation ? row.of[obligation] : row.all);
    const worth = {
        share: row => (known(of(row).missedShare) ? of(row).missedShare + (of(row).decided >= ENOUGH ? 1 : 0) : -1),
        count: row => of(row).overdue ?? -1,
        oldest: row => of(row).oldestS ?? -1,
        code: () => 0,
    }[by];
    return [...rows].sort((a, b) => worth(b) - worth(a) || (a.code < b.code ? -1 : 1));
}

/** Those of a tier whose code or name has these words, whatever their case and accents. */
export function found(rows, tier, words) {
    const wanted = plain(words ?? '');
    return rows.filter(row => (!tier || row.tier === tier) && (!wanted || plain(row.code + ' ' + row.name).includes(wanted)));
}

/** The step of the heat scale for a missed share: 0 to 5; null: unknown, or too few duties. */
export function heat(missedShare, decided) {
    if (!known(missedShare) || decided < ENOUGH) {
        return null;
    }
    return [0.005, 0.02, 0.05, 0.1, 0.2].filter(least => missedShare >= least).length;
}

/** Shares over all obligations. */
export function onTime(state) {
    const list = section(state, 'obligations')?.obligations;
    if (!list) {
        return {share: null, answered: null};
    }
    const total = name => sum(list.map(duty => duty[name] ?? null));
    const [kept, late, sure] = [total('on_time'), total('late'), sum([total('confirmed'), total('final')])];
    const all = sum([kept, late, sure]);
    const answered = sum([kept, late]);
    return {share: all ? kept / all : null, answered: answered ? kept / answered : null, decided: all};
}

const HEALTHS = ['LOSING', 'REWOUND', 'BLOCKED', 'STOPPED', 'STALLED', 'FALLING_BEHIND', 'ABANDONED', 'UNKNOWN', 'CATCHING_UP', 'LEARNING', 'IDLE', 'OK'];
const BAD = new Set(['LOSING', 'BLOCKED', 'STOPPED', 'STALLED']);
const WATCH = new Set(['REWOUND', 'FALLING_BEHIND', 'CATCHING_UP', 'ABANDONED']);

/** The state of a group's health: bad, warn, ok, none. */
export function healthState(group) {
    const health = group.health?.health;
    return BAD.has(health) ? 'bad' : WATCH.has(health) ? 'warn' : health === 'OK' || health === 'IDLE' ? 'ok' : 'none';
}

/** Whether retention will reach unread records before the group does. */
export function willLose(group) {
    return (
        known(group.loses_in_s) &&
        (group.health?.health === 'LOSING' ||
            (group.never_drains === true && (group.lag ?? 1) > 0 && healthState(group) !== 'ok') ||
            (known(group.drain_s) && group.drain_s > group.loses_in_s))
    );
}

/** The agency that has most duties overdue; null: none is known to have any. */
export function owesMost(state) {
    const shown = section(state, 'agencies');
    const at = shown?.columns?.indexOf('overdue') ?? -1;
    const all = (shown?.rows ?? []).map(row => ({code: row.code, silent: row.silent === true, overdue: row.duties.reduce((n, duty) => n + (duty[at] ?? 0), 0)}));
    const [worst] = all.sort((a, b) => b.overdue - a.overdue || (a.code < b.code ? -1 : 1));
    return worst?.overdue > 0 ? worst : null;
}

/** The group that will lose data first, the one that is nearest to it though it will not, and of how many it is not known. */
export function firstToLose(state) {
    const groups = section(state, 'groups')?.groups ?? null;
    if (!groups) {
        return null;
    }
    const near = groups.filter(group => known(group.loses_in_s)).sort((a, b) => a.loses_in_s - b.loses_in_s);
    const unsure = groups.filter(group => !known(group.loses_in_s) && !group.never_loses && (group.partitions > 0 || group.protocol === 'share')).length;
    return {first: near.find(willLose) ?? null, nearest: near[0] ?? null, unsure, lost: groups.filter(group => group.lost > 0 && healthState(group) === 'bad')};
}

/** Groups in an order: worst first, or by a column. */
export function groupsInOrder(groups, order) {
    const rank = group => (HEALTHS.indexOf(group.health?.health) < 0 ? HEALTHS.indexOf('UNKNOWN') : HEALTHS.indexOf(group.health.health));
    const loses = group => (willLose(group) ? group.loses_in_s : Infinity);
    const by = {
        worst: (a, b) => rank(a) - rank(b) || loses(a) - loses(b) || (b.lag ?? -1) - (a.lag ?? -1),
        group: () => 0,
        lag: (a, b) => (b.lag ?? -1) - (a.lag ?? -1),
        lag_s: (a, b) => (b.lag_s ?? b.lag_least_s ?? -1) - (a.lag_s ?? a.lag_least_s ?? -1),
        loses_in_s: (a, b) => (a.loses_in_s ?? Infinity) - (b.loses_in_s ?? Infinity),
    }[order];
    return [...groups].sort((a, b) => by(a, b) || (a.group < b.group ? -1 : 1));
}

/** The group that counts what this page shows; null: it is not there. */
export function ownGroup(state) {
    const prefix = section(state, 'run')?.prefix;
    return section(state, 'groups')?.groups?.find(group => prefix && group.group === prefix + '.exchange') ?? null;
}

/** The last value of a column of the history. */
export function last(state, name) {
    const values = column(state.history, name);
    return values.length ? values[values.length - 1] : null;
}

/** How fast a count grows now: over the last ten seconds that are known. */
export function rateNow(state, name) {
    const values = growth(state.history, name, 'at_ms', 1_000).slice(-10).filter(known);
    return values.length ? values.reduce((all, value) => all + value, 0) / values.length : null;
}

/** Simulated seconds a wall second, as told or as seen. */
export function speed(state) {
    const told = section(state, 'run')?.speed;
    if (known(told)) {
        return told;
    }
    const seen = growth(state.history, 'simulated_s', 'at_ms', 1_000).slice(-10).filter(known);
    return seen.length ? seen.reduce((all, value) => all + value, 0) / seen.length : null;
}

/** Transport lag of the group that counts: from the groups, else the history. */
export function transport(state) {
    const own = ownGroup(state);
    const of = (group, column) => (own ? (own[group] ?? null) : last(state, column));
    return {own, lagS: of('lag_s', 'lag_s'), leastS: of('lag_least_s', 'lag_least_s'), records: of('lag', 'lag_records')};
}

/** The states of the five figures, and what they rest on. */
export function figureStates(state) {
    const run = section(state, 'run');
    const obligations = section(state, 'obligations')?.obligations ?? null;
    const traffic = run?.traffic ?? null;
    return {
        transport: transportState(state),
        event: eventState(state),
        response: responseState(state, obligations),
        traffic:
            !traffic || [traffic.sent, traffic.read, traffic.acknowledged].every(value => value == null)
                ? 'none'
                : traffic.failed > 0
                  ? 'bad'
                  : traffic.problem || traffic.behind_s > 1
                    ? 'warn'
                    : 'ok',
        onTime: byLimits(onTime(state).share == null ? null : 1 - onTime(state).share, 0.05, 0.15),
    };
}

function byLimits(value, watch, act) {
    return !known(value) ? 'none' : value > act ? 'bad' : value > watch ? 'warn' : 'ok';
}

function transportState(state) {
    const {own, lagS, leastS} = transport(state);
    const limits = byLimits(lagS ?? leastS, 30, 120);
    const health = own ? healthState(own) : 'none';
    return ['bad', 'warn'].find(each => each === limits || each === health) ?? (own?.health?.health === 'UNKNOWN' ? 'none' : limits);
}

function eventState(state) {
    const run = section(state, 'run');
    const lagS = run?.event_lag?.lag_s ?? null;
    const pace = speed(state);
    if (!known(lagS)) {
        return 'none';
    }
    const slow = run.sources?.some(source => source.silent) || run.event_lag.unknown_partitions > 0;
    const limits = pace > 0 ? byLimits(lagS / pace, 30, 120) : 'ok';
    return limits === 'ok' && slow ? 'warn' : limits;
}

function responseState(state, obligations) {
    const overdue = obligations?.length ? sum(obligations.map(duty => duty.overdue ?? null)) : null;
    if (overdue == null) {
        return 'none';
    }
    const silent = section(state, 'agencies')?.rows?.some(row => row.silent);
    return silent ? 'bad' : overdue > 0 ? 'warn' : 'ok';
}

/** Whose fault what is late is: ours, the agencies', nobody's, or unknown. */
export function whose(state) {
    const run = section(state, 'run');
    const late = section(state, 'late');
    const {lagS, leastS, own} = transport(state);
    const lag = lagS ?? leastS;
    if (!run || late?.overdue == null || !known(lag)) {
        return {who: 'unknown', lagS: lag};
    }
    const sure = sum([late.confirmed ?? null, late.final ?? null]);
    const facts = {lagS: lag, sure, overdue: late.overdue, provisional: late.provisional, eventLagS: run.event_lag?.lag_s ?? null, own};
    const behind = lag > 30 || (own && ['bad', 'warn'].includes(healthState(own))) || ['warn', 'bad'].includes(eventState(state));
    if (behind) {
        return {who: sure != null && late.overdue > 0 && sure >= late.overdue / 2 ? 'both' : 'us', ...facts};
    }
    return {who: late.overdue > 0 ? 'agencies' : 'nobody', ...facts};
}

/** How long ago evidence was taken, by the monitor's clock. */
export function ageOf(state, takenAt) {
    const at = seconds(takenAt);
    return at == null ? null : Math.max(0, state.serverMs / 1000 - at);
}
