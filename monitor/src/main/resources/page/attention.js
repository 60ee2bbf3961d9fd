/** What needs a person now, worst first: each with since when and where to look. Pure. */
import {ageOf, ENOUGH, healthState, ownGroup, section, speed, willLose} from './derive.js';
import {known} from './format.js';
import {NEWS_MS} from './store.js';

/**
 * The list.
 *
 * @returns items with `key` (of the string), `state` (bad or warn), `rank` (less is worse), `facts` for the string,
 *     `sinceMs` (wall), `since` (simulated) or neither, and `to`: the panel, and what of the view it changes
 */
export function attention(state) {
    const items = [];
    const add = (rank, bad, key, facts, to, since = {}) => items.push({rank, state: bad ? 'bad' : 'warn', key, facts, to, sinceMs: null, since: null, ...since});
    fresh(state, add);
    run(state, add);
    groups(state, add);
    agencies(state, add);
    shares(state, add);
    return items.sort((a, b) => a.rank - b.rank || (a.facts.weight ?? 0) - (b.facts.weight ?? 0));
}

/** Nothing is known yet: neither good nor bad. */
export function isEmpty(state) {
    const run = section(state, 'run');
    return !run || (run.prefix == null && !section(state, 'groups')?.groups.length) || (run.phase != null && run.books == null);
}

/** The run is over, and what played it has ended: its figures stand as they are. */
export function isOver(state) {
    const {health} = state.link;
    return section(state, 'run')?.phase === 'done' && (health === 'stale' || health === 'unreachable');
}

/** The age of the oldest evidence that a "nothing" rests on. */
export function evidenceAge(state) {
    const ages = [section(state, 'run')?.taken_at, section(state, 'groups')?.taken_at, section(state, 'late')?.taken_at].map(at => ageOf(state, at)).filter(known);
    return ages.length ? Math.max(...ages) : state.link.ageS;
}

function fresh(state, add) {
    const {health, sinceMs, ageS} = state.link;
    const told = section(state, 'run');
    if ((health === 'stale' || health === 'unreachable') && !isOver(state)) {
        add(0, true, 'att.' + health, {s: ageS == null ? null : Math.floor(ageS)}, null, {sinceMs});
    }
    if (told?.cluster_silent_s != null) {
        add(1, true, 'att.cluster', {s: Math.floor(told.cluster_silent_s + (health === 'live' ? 0 : (ageS ?? 0))), why: told.cluster_problem}, '#charts-panel', {
            sinceMs: Date.parse(told.now) - 1000 * told.cluster_silent_s,
        });
    } else if (told?.cluster_problem) {
        add(2, false, 'att.cluster_problem', {why: told.cluster_problem}, '#groups-panel');
    }
}

function run(state, add) {
    const told = section(state, 'run');
    if (!told) {
        return;
    }
    if (told.verdict && told.verdict.verdict !== 'exact') {
        add(3, true, 'att.verdict_' + (told.verdict.verdict === 'differs' ? 'differs' : 'incomplete'), {why: told.verdict.text}, '#truth-panel');
    }
    if (told.books?.balance === false) {
        add(4, true, 'att.books', {read: told.books.read, waiting: told.books.waiting}, '#dead-panel');
    }
    if (told.traffic?.failed > 0) {
        add(5, true, 'att.failed', {n: told.traffic.failed}, '#figures');
    }
    if (told.traffic?.problem) {
        add(20, false, 'att.traffic', {why: told.traffic.problem}, '#figures');
    }
    for (const source of told.sources ?? []) {
        if (source.silent) {
            add(21, false, 'att.source', {source: source.source, at: source.emitted_at}, '#charts-panel', {sinceMs: wallMs(source.silent_since)});
        }
    }
    if (!told.ended && state.deadGrewMs != null && state.nowMs - state.deadGrewMs < NEWS_MS) {
        add(40, false, 'att.dead', {}, '#dead-panel', {sinceMs: state.deadFromMs});
    }
    problems(state, told, add);
}

function problems(state, told, add) {
    // where nothing of docaxis is, nothing of it can be known
    if (told.prefix == null || isEmpty(state)) {
        return;
    }
    const why = [...new Set([told.problem, section(state, 'obligations')?.problem, section(state, 'late')?.problem].filter(Boolean))];
    why.forEach(each => add(23, false, 'att.unknown', {why: each}, '#figures'));
}

function groups(state, add) {
    const own = ownGroup(state);
    for (const group of section(state, 'groups')?.groups ?? []) {
        const grade = healthState(group);
        const health = group.health?.health;
        if (grade === 'ok' || (grade === 'none' && health !== 'UNKNOWN') || health === 'CATCHING_UP') {
            continue;
        }
        const bad = grade === 'bad' || willLose(group);
        const rank = willLose(group) || health === 'LOSING' ? 6 : group === own ? (bad ? 7 : 19) : bad ? 9 : health === 'ABANDONED' || health === 'UNKNOWN' ? 42 : 22;
        add(
            rank,
            bad,
            willLose(group) ? 'att.losing' : 'att.group',
            {group: group.group, health, why: group.health?.why, lag: group.lag, s: group.loses_in_s, weight: group.loses_in_s ?? 1e12},
            '#groups-panel',
            {sinceMs: wallMs(group.health?.since), view: {group: group.group}},
        );
    }
}

function agencies(state, add) {
    const columns = section(state, 'agencies')?.columns ?? [];
    const [overdue, open] = [columns.indexOf('overdue'), columns.indexOf('open')];
    const silent = (section(state, 'agencies')?.rows ?? []).filter(row => row.silent === true);
    const total = (row, at) => row.duties.reduce((all, duty) => (all == null || duty[at] == null ? null : all + duty[at]), 0);
    for (const row of silent) {
        const n = total(row, overdue);
        add(10, true, 'att.silent', {agency: row.code, n, open: total(row, open), weight: -(n ?? 0)}, '#agencies-panel', {
            since: row.silent_since,
            view: {agency: row.code, obligation: null},
        });
    }
}

/** As the alert has it: more than 15 in a hundred missed. */
function shares(state, add) {
    for (const duty of section(state, 'obligations')?.obligations ?? []) {
        const decided = (duty.on_time ?? 0) + (duty.late ?? 0) + (duty.confirmed ?? 0) + (duty.final ?? 0);
        if (known(duty.on_time_share) && decided >= ENOUGH && duty.on_time_share < 0.85) {
            add(30, false, 'att.share', {obligation: duty.obligation, share: duty.on_time_share, weight: duty.on_time_share}, '#agencies-panel', {
                view: {obligation: duty.obligation, agency: null},
            });
        }
    }
    const lag = section(state, 'run')?.event_lag;
    const pace = speed(state);
    if (known(lag?.lag_s) && pace > 0 && lag.lag_s / pace > 120) {
        add(24, false, 'att.event_lag', {s: lag.lag_s, sources: (lag.sources ?? []).join(', '), partition: lag.partition}, '#charts-panel');
    }
}

function wallMs(iso) {
    const ms = Date.parse(iso ?? '');
    return Number.isNaN(ms) ? null : ms;
}
