/**
 * Writes the fixtures of the page: whole states, as the monitor would send them. `node make-fixtures.mjs` after a change here.
 * A fixture has `sections` (of a reset message) and `answers` (of questions, by path).
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {COLUMNS} from '../../main/resources/page/history.js';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const NOW = Date.parse('2026-11-29T03:00:00.123Z');
const OFFSET_S = 25_200;
const OBLIGATIONS = ['send', 'acknowledge', 'respond', 'answer_recall'];
const AGENCIES = readFileSync(here('../../../../common/src/main/resources/agencies.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
        const [code, nameVi, name, tier] = line.match(/("([^"]*)"|[^,]*)(,|$)/g).map(field => field.replace(/,$/, '').replaceAll('"', ''));
        return {code, name, name_vi: nameVi, tier};
    });

let seed = 7;
const draw = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
const near = (value, spread) => value * (1 + spread * (draw() - 0.5));
const wall = ago => new Date(NOW - 1000 * ago).toISOString();
const simulated = s => new Date(1000 * (s + OFFSET_S)).toISOString().slice(0, 19) + '+07:00';
const at = iso => Date.parse(iso) / 1000;
const WATERMARK = at('2023-06-16T10:42:00+07:00');

function run(over = {}) {
    return {
        now: wall(0),
        command: 'run',
        cluster: 'Nk8yP3vQSjW0',
        cluster_silent_s: null,
        cluster_problem: null,
        prefix: 'docaxis',
        prefixes: ['docaxis'],
        run_id: 'silent-province-53-7f3a',
        scenario: 'silent-province',
        seed: 53,
        starts_at: '2023-06-05T00:00:00+07:00',
        ends_at: '2023-07-01T00:00:00+07:00',
        utc_offset_s: OFFSET_S,
        watermark: simulated(WATERMARK),
        newest: simulated(WATERMARK + 1_560),
        ended: false,
        live: false,
        phase: 'playing',
        share: 0.44,
        speed: 3_600,
        verdict: null,
        books: {balance: true, read: 41_203, waiting: 12},
        traffic: {intended: 41_790, sent: 41_782, acknowledged: 41_760, failed: 0, read: 41_203, behind_s: 0.0002, problem: null},
        documents: 9_012,
        dispatches: 32_381,
        open_dispatches: 4_480,
        records: {
            applied: 40_712,
            duplicate: 211,
            repeated: 64,
            too_late: 0,
            unmatched: 3,
            dead_letter_malformed: 17,
            dead_letter_checksum: 9,
            dead_letter_unknown_kind: 4,
            dead_letter_no_receiver: 2,
            dead_letter_stray: 0,
            tick: 160,
            marker: 12,
        },
        event_lag: {lag_s: 1_560, partition: 4, sources: [2], unknown_partitions: 0},
        sources: [0, 1, 2].map(source => ({source, emitted_at: simulated(WATERMARK + 600 * (2 - source)), silent: false, silent_since: null})),
        taken_at: wall(0.6),
        problem: null,
        in_turns: false,
        ...over,
    };
}

/** Duties of an agency: on time, late, overdue, open, voided, due soon, oldest. */
function line(size, bad) {
    const decided = Math.round(near(size, 0.6));
    const missed = Math.min(decided, Math.round(decided * near(bad, 1)));
    const overdue = Math.round(missed * near(0.3, 0.8));
    return [
        decided - missed,
        missed - overdue,
        overdue,
        Math.round(near(size / 8, 0.8)),
        Math.round(size / 40),
        Math.round(near(size / 20, 1)),
        overdue ? Math.round(near(120_000, 1.6)) : null,
    ];
}

function agencies(over = () => ({})) {
    return {
        columns: ['on_time', 'late', 'overdue', 'open', 'voided', 'due_soon', 'oldest_s'],
        obligations: OBLIGATIONS,
        rows: AGENCIES.map((agency, i) => ({
            code: agency.code,
            silent: false,
            silent_since: null,
            doubtful: 0,
            duties: [line(100, 0.012), line(360, 0.03 + 0.002 * (i % 23)), line(60 + (i % 40), 0.05 + 0.004 * (i % 31)), line(6, 0.05)],
            ...over(agency),
        })),
    };
}

function obligations(from, over = {}) {
    const total = (kind, part) => from.rows.reduce((sum, row) => sum + row.duties[kind][part], 0);
    const list = OBLIGATIONS.map((obligation, kind) => {
        const [kept, late, overdue, open, voided, soon] = [0, 1, 2, 3, 4, 5].map(part => total(kind, part));
        const provisional = Math.round(overdue * 0.07);
        const confirmed = Math.round(overdue * 0.4);
        const final = overdue - provisional - confirmed;
        return {
            obligation,
            on_time: kept,
            late,
            overdue,
            open,
            voided,
            provisional,
            confirmed,
            final,
            due_soon: soon,
            on_time_share: kept / (kept + late + confirmed + final),
            answered_share: kept / (kept + late),
        };
    });
    return {
        taken_at: wall(0.6),
        obligations: list,
        clock_doubtful: 4,
        oldest: {agency: 'H27', deadline: '2023-06-14T17:00:00+07:00', overdue_s: WATERMARK - at('2023-06-14T17:00:00+07:00')},
        overdue_hours: 6_884,
        problem: null,
        ...over,
    };
}

function group(name, health, over = {}) {
    return {
        group: name,
        protocol: 'consumer',
        state: 'Stable',
        members: 2,
        health: {health, since: wall(754), partition: name + '-0', why: 'the oldest unread record is 1.8 s old', advice: 'Nothing has to be done.'},
        lag: 1_203,
        lost: 0,
        unstable: 0,
        uncommitted_records: 0,
        lag_s: 1.8,
        lag_least_s: null,
        lag_estimated: false,
        commit_age_s: 1.0,
        consumed_per_s: 1_310,
        arrived_per_s: 1_305,
        drain_s: 0.9,
        never_drains: false,
        loses_in_s: 604_000,
        never_loses: false,
        partitions: 6,
        ...over,
    };
}

const groups = (...more) => ({
    taken_at: wall(0.4),
    groups: [
        group('docaxis.exchange', 'OK'),
        group('audit-export', 'IDLE', {
            members: 1,
            lag: 0,
            lag_s: 0,
            loses_in_s: null,
            never_loses: true,
            drain_s: 0,
            consumed_per_s: 0,
            arrived_per_s: 0,
            health: {health: 'IDLE', since: wall(3_000), partition: null, why: 'nothing to read, and nothing has come for 12 min', advice: 'Nothing has to be done.'},
        }),
        ...more,
    ],
});

function duty(agency, i, over = {}) {
    const overdueS = Math.round(320_000 / (1 + i * 0.4));
    return {
        agency,
        obligation: OBLIGATIONS[[2, 1, 2, 2, 1][i % 5]],
        document_number: `G0${1 + (i % 8)}.2023.T${4711 + 37 * i}-0`,
        deadline: simulated(WATERMARK - 60 * Math.round(overdueS / 60)),
        overdue_s: 60 * Math.round(overdueS / 60),
        known: overdueS > 200_000 ? 'final' : overdueS > 3_600 ? 'confirmed' : 'provisional',
        clock_doubtful: i === 5,
        thread: 4711 + 37 * i,
        document: 0,
        receiver: agency,
        asker: `G0${1 + (i % 8)}`,
        type: ['CV', 'BC', 'KH', 'TB'][i % 4],
        urgency: i % 7 === 3 ? 'urgent' : 'normal',
        partition: i % 6,
        offset: 1_000 + 731 * i,
        ...over,
    };
}

function late(of, duties) {
    const total = name => of.obligations.reduce((sum, each) => sum + each[name], 0);
    return {
        taken_at: wall(0.6),
        version: 41,
        overdue: total('overdue'),
        provisional: total('provisional'),
        confirmed: total('confirmed'),
        final: total('final'),
        uncertain: 0,
        clock_doubtful: of.clock_doubtful,
        problem: null,
        duties,
    };
}

/** A row a second; `shape(i, row)` may change one, and returns null where nobody looked. */
function history(count, shape = (i, row) => row) {
    const values = {sent: 20_000, read: 19_900, lag: 1_400, overdue: 180};
    const late = [30, 400, 160, 8];
    const points = [];
    for (let i = 0; i < count; i++) {
        values.sent += Math.round(near(1_300, 0.3));
        values.read += Math.round(near(1_300, 0.6));
        values.overdue += Math.round(near(0.6, 6));
        late.forEach((n, k) => {
            late[k] += draw() < [0.1, 0.7, 0.4, 0.02][k] ? Math.ceil(3 * draw()) : 0;
        });
        const lagS = near(1.8, 0.9);
        const row = [
            NOW - 1000 * (count - 1 - i),
            WATERMARK - 3_600 * (count - 1 - i),
            20_010 + 1_302 * i,
            values.sent,
            values.read,
            Math.round(near(1_400, 0.8)),
            round(lagS),
            round(lagS * 0.8),
            Math.round(near(1_300, 0.7)),
            Math.max(0, values.overdue),
            ...late,
            Math.round(near(14, 1)),
        ];
        const shaped = shape(i, row);
        if (shaped) {
            points.push(shaped);
        }
    }
    return {columns: COLUMNS, points, marks: []};
}

const round = value => Math.round(value * 100) / 100;
const unknownRow = row => row.map((value, i) => (i < 2 ? value : null));

const WINDOWS = [
    {kind: 'silence', agency: 'H53', tier: null, source: null, sources: null, from: '2023-06-12T00:00:00+07:00', until: '2023-06-19T00:00:00+07:00', ahead_s: null},
    {kind: 'outage', agency: null, tier: null, source: 1, sources: 3, from: '2023-06-08T09:00:00+07:00', until: '2023-06-08T15:00:00+07:00', ahead_s: null},
    {kind: 'clock', agency: 'H24', tier: null, source: null, sources: null, from: '2023-06-06T00:00:00+07:00', until: '2023-06-09T00:00:00+07:00', ahead_s: 259_200},
];

function truth(over = {}) {
    return {
        windows: WINDOWS,
        planted: {duplicate: 215, delay: 900, corrupt: 26, unknown_kind: 4, no_receiver: 2, repeated_status: 64},
        detected: {duplicate: 211, delayed: 871, dead_letters: 26, dead_letter_unknown_kind: 4, dead_letter_no_receiver: 2, repeated: 64},
        silences: [{agency: 'H53', from: '2023-06-09T16:41:00+07:00', seen_at: '2023-06-12T11:20:00+07:00', until: null, window: 0}],
        clocks: [{agency: 'H24', days: ['2023-06-06', '2023-06-07', '2023-06-08'], window: 2}],
        false_alarms: 0,
        missed: 0,
        starts_at: '2023-06-05T00:00:00+07:00',
        ends_at: '2023-07-01T00:00:00+07:00',
        watermark: simulated(WATERMARK),
        ...over,
    };
}

/** The life of one thread: asked of two provinces, one of which answers late, the other not at all. */
function documentOf() {
    const event = (offset, occurred, emitted, ago, more) => ({
        offset,
        sent_at: wall(ago),
        occurred_at: occurred,
        emitted_at: emitted,
        source: 0,
        sequence: offset - 900,
        foreign: false,
        resent: false,
        duplicate: false,
        missing_before: 0,
        ...more,
        key_hex: '0000000000001267',
        value_hex:
            '0de0d154b911efcdab8967452301180120' +
            offset.toString(16).padStart(4, '0') +
            '28e0cd96a00630fb949b90a23438c803521a080720343202004d480158f8ac96a00660e0cd96a00668e69701',
    });
    const status = (offset, document, code, from, occurred, emitted, ago, more = {}) =>
        event(offset, occurred, emitted, ago, {kind: 'status', ordinal: offset - 1_000, document, status: code, from, to: ['G01'], ...more});
    const deadline = (obligation, document, debtors, iso) => ({obligation, document, debtors, deadline: iso});
    const conclusion = (debtor, revision, kind, lateS, announced, ago) => ({
        obligation: 'respond',
        document: 0,
        document_number: 'G01.2023.T4711-0',
        debtor,
        revision,
        kind,
        deadline: '2023-06-12T17:00:00+07:00',
        late_by_s: lateS,
        instead: null,
        watermark: announced,
        announced_until: announced,
        written_at: wall(ago),
    });
    return {
        thread: 4711,
        run: 'silent-province-53-7f3a',
        partition: 4,
        read: {from_offset: 1_000, until_offset: 1_731, end_offset: 1_731, records: 731, from_lateness: true},
        events: [
            event(1_000, '2023-06-06T09:00:00+07:00', '2023-06-06T09:00:00+07:00', 241, {
                kind: 'document',
                ordinal: 0,
                document: 0,
                type: 'CV',
                urgency: 'normal',
                business: 'new',
                signed_at: '2023-06-05T15:00:00+07:00',
                due_on: '2023-06-12',
                answers: null,
                concerns: null,
                from: 'G01',
                to: ['H26', 'H53'],
            }),
            status(1_001, 0, 1, 'H26', '2023-06-06T09:01:00+07:00', '2023-06-06T09:01:00+07:00', 241),
            status(1_004, 0, 1, 'H53', '2023-06-06T09:01:00+07:00', '2023-06-06T11:31:00+07:00', 240),
            status(1_009, 0, 3, 'H26', '2023-06-06T16:40:00+07:00', '2023-06-06T16:40:00+07:00', 233),
            status(1_017, 0, 3, 'H53', '2023-06-06T16:52:00+07:00', '2023-06-06T16:52:00+07:00', 232),
            status(1_018, 0, 3, 'H53', '2023-06-06T16:52:00+07:00', '2023-06-06T16:59:00+07:00', 231, {duplicate: true}),
            status(1_140, 0, 4, 'H53', '2023-06-07T08:10:00+07:00', '2023-06-07T08:10:00+07:00', 217),
            event(1_522, '2023-06-13T10:30:00+07:00', '2023-06-13T12:10:00+07:00', 70, {
                kind: 'document',
                ordinal: 7,
                document: 1,
                type: 'BC',
                urgency: 'normal',
                business: 'new',
                signed_at: '2023-06-13T09:50:00+07:00',
                due_on: null,
                answers: 0,
                concerns: null,
                from: 'H26',
                to: ['G01'],
            }),
            status(1_540, 1, 3, 'G01', '2023-06-13T11:00:00+07:00', '2023-06-13T12:20:00+07:00', 69, {to: ['H26']}),
        ],
        deadlines: [
            deadline('send', 0, ['G01'], '2023-06-06T12:00:00+07:00'),
            deadline('acknowledge', 0, ['H26', 'H53'], '2023-06-06T17:00:00+07:00'),
            deadline('respond', 0, ['H26', 'H53'], '2023-06-12T17:00:00+07:00'),
            deadline('send', 1, ['H26'], '2023-06-14T12:00:00+07:00'),
            deadline('acknowledge', 1, ['G01'], '2023-06-13T17:00:00+07:00'),
        ],
        conclusions: [
            conclusion('H26', 1, 'overdue', null, '2023-06-12T17:02:00+07:00', 89),
            conclusion('H53', 1, 'overdue', null, '2023-06-12T17:02:00+07:00', 89),
            conclusion('H26', 2, 'fulfilled_late', 63_000, '2023-06-13T12:12:00+07:00', 68.2),
        ],
        unknown: [],
    };
}

const dead = {
    counts: {malformed: 17, checksum: 9, unknown_kind: 4, no_receiver: 2, stray: 0},
    samples: [0, 1].map(i => ({
        reason: 'malformed',
        topic: 'docaxis.events',
        partition: i,
        offset: 88_214 + 19 * i,
        written_at: wall(31 + i),
        key_hex: '0000000000000007',
        value_hex: '0de0d154b911efcdab8967452301180120ff28e0cd96a00630fb949b90a23438c803521a080720343202004d',
        fault: {at: 17, why: 'field 4 (sequence): a number of more than ten bytes'},
        fields: [
            {name: 'crc32c', at: 0, length: 5, value: '0xb954d1e0'},
            {name: 'run', at: 5, length: 9, value: '81985529216486895'},
            {name: 'source', at: 14, length: 2, value: '1'},
            {name: 'sequence', at: 16, length: 2, value: null},
        ],
    })),
    unknown: [],
};

const partitions = name => ({
    cluster: 'Nk8yP3vQSjW0',
    taken_at: wall(0.4),
    groups: [
        {
            ...group(name, 'OK'),
            members: [{id: name + '-1-aa', client_id: name + '-1', host: '/10.0.0.7', assigned: ['docaxis.events-0', 'docaxis.events-1', 'docaxis.events-2']}],
            partitions: [0, 1, 2].map(partition => ({
                topic: 'docaxis.events',
                partition,
                committed_offset: 13_200 + partition,
                start_offset: 0,
                end_offset: 13_600,
                lag: 400 - partition,
                readable: 400 - partition,
                lost: 0,
                unstable: 0,
                lag_s: 1.8,
                lag_least_s: null,
                lag_estimated: false,
                commit_age_s: 1,
                retention_s: 604_000,
                never_loses: false,
                consumed_per_s: 437,
                arrived_per_s: 435,
                member: name + '-1-aa',
            })),
            share_partitions: [],
        },
    ],
});

/** A whole state. */
function fixture(sections, told, more = {}) {
    const newest = told.points[told.points.length - 1];
    return {
        sections: {catalogue: {agencies: AGENCIES, departments: 0, communes: 0}, marks: [], truth: null, ...sections, point: newest ? {columns: COLUMNS, points: [newest]} : null},
        answers: {
            history: told,
            documents: documentOf(),
            'dead-letters': dead,
            late: sections.late,
            groups: partitions('docaxis.exchange'),
            agencies: {total: 0, offset: 0, agencies: []},
            ...more,
        },
    };
}

function healthy() {
    const rows = agencies();
    const of = obligations(rows);
    return fixture(
        {
            run: run({scenario: 'national-2023', run_id: 'national-2023-1-0c4e', seed: 1}),
            obligations: of,
            agencies: rows,
            groups: groups(),
            late: late(
                of,
                AGENCIES.slice(20, 60).map((agency, i) => duty(agency.code, i + 2)),
            ),
            truth: truth({windows: [], silences: [], clocks: [], planted: null}),
        },
        history(240),
    );
}

/** H53 has reported nothing since Friday. */
const silent = agency =>
    agency.code === 'H53'
        ? {
              silent: true,
              silent_since: '2023-06-09T16:41:00+07:00',
              doubtful: 0,
              duties: [
                  [98, 2, 0, 4, 0, 1, null],
                  [310, 14, 131, 9, 6, 3, 322_920],
                  [52, 3, 83, 61, 1, 22, 322_920],
                  [3, 0, 2, 1, 0, 0, 150_120],
              ],
          }
        : {};

const MARKS = [
    {at_ms: NOW - 190_000, simulated_s: WATERMARK - 684_000, kind: 'run', name: 'silent-province', state: 'started', bad: false, text: 'run started'},
    {at_ms: NOW - 94_000, simulated_s: WATERMARK - 338_400, kind: 'agency', name: 'H53', state: 'silent', bad: true, text: 'H53 is silent'},
    {at_ms: NOW - 150_000, simulated_s: WATERMARK - 540_000, kind: 'source', name: '1', state: 'silent', bad: true, text: 'source 1 is silent'},
    {at_ms: NOW - 126_000, simulated_s: WATERMARK - 453_600, kind: 'source', name: '1', state: 'heard', bad: false, text: 'source 1 is heard again'},
];

function silentSections() {
    const rows = agencies(silent);
    const deadline = '2023-06-12T17:00:00+07:00';
    const of = obligations(rows, {oldest: {agency: 'H53', deadline, overdue_s: WATERMARK - at(deadline)}});
    const duties = [
        duty('H53', 0, {document_number: 'G01.2023.T4711-0', thread: 4711, deadline, overdue_s: WATERMARK - at(deadline), obligation: 'respond', known: 'confirmed'}),
        ...Array.from({length: 40}, (_, i) => duty(i % 4 ? 'H53' : AGENCIES[20 + i].code, i + 1)),
    ];
    return {run: run(), obligations: of, agencies: rows, groups: groups(), late: late(of, duties), marks: MARKS, truth: truth()};
}

function brokerFrozen() {
    const frozen = 14;
    const sections = silentSections();
    sections.run = run({
        cluster_silent_s: 14.2,
        cluster_problem: 'broker 1 at 127.0.0.1:9092 accepts connections and says nothing',
        taken_at: wall(14.8),
        problem: 'the cluster does not answer',
        traffic: {...run().traffic, behind_s: 13.9, problem: 'source 0/3 waits for the broker'},
        event_lag: {lag_s: null, partition: null, sources: [], unknown_partitions: 6},
    });
    sections.groups = {
        taken_at: wall(15.1),
        groups: [
            group('docaxis.exchange', 'UNKNOWN', {
                members: null,
                lag: null,
                lag_s: null,
                lag_least_s: 15.4,
                commit_age_s: null,
                consumed_per_s: null,
                arrived_per_s: null,
                drain_s: null,
                loses_in_s: null,
                health: {health: 'UNKNOWN', since: wall(14), partition: null, why: 'nobody answers for 6 of 6 partitions', advice: 'Bring the brokers back.'},
            }),
        ],
    };
    for (const name of ['obligations', 'late']) {
        sections[name] = {...sections[name], taken_at: wall(14.8), problem: 'figures are older than 10 s: the cluster does not answer'};
    }
    sections.marks = [
        ...MARKS,
        {at_ms: NOW - 14_000, simulated_s: WATERMARK, kind: 'cluster', name: 'Nk8yP3vQSjW0', state: 'unanswered', bad: true, text: 'the cluster does not answer'},
    ];
    return fixture(
        sections,
        history(240, (i, row) => (i >= 240 - frozen ? unknownRow(row) : row)),
    );
}

function noData() {
    const nothing = {
        command: 'watch',
        prefix: null,
        prefixes: [],
        run_id: null,
        scenario: null,
        seed: null,
        starts_at: null,
        ends_at: null,
        watermark: null,
        newest: null,
        ended: null,
        live: null,
        phase: null,
        share: null,
        speed: null,
        books: null,
        traffic: null,
        documents: null,
        dispatches: null,
        open_dispatches: null,
        records: null,
        event_lag: {lag_s: null, partition: null, sources: [], unknown_partitions: 0},
        sources: [],
        taken_at: null,
    };
    const told = fixture({run: run(nothing), obligations: null, agencies: null, groups: null, late: null, truth: null, marks: []}, {columns: COLUMNS, points: [], marks: []});
    told.sections.catalogue = null;
    return told;
}

function manyAgencies() {
    const sections = silentSections();
    sections.catalogue = {agencies: AGENCIES, departments: 20_000, communes: 99_912};
    sections.run = run({scenario: 'national-2023', documents: 1_349_833, dispatches: 4_850_167, open_dispatches: 61_400, books: {balance: true, read: 24_911_020, waiting: 40}});
    const listed = Array.from({length: 50}, (_, i) => {
        const above = AGENCIES[25 + (i % 63)];
        const code = `${above.code}.${String(1 + (i % 19)).padStart(2, '0')}` + (i % 3 ? `.${String(1 + (i % 40)).padStart(2, '0')}` : '');
        const duties = Object.fromEntries(
            OBLIGATIONS.map((name, kind) => {
                const [kept, lateOnes, overdue, open, voided] = line([12, 60, 30, 2][kind], 0.6 / (1 + i / 12));
                return [name, {on_time: kept, late: lateOnes, overdue, open, voided}];
            }),
        );
        return {
            code,
            name: (i % 3 ? 'Commune ' : 'Department ') + code,
            name_vi: (i % 3 ? 'Commune ' : 'Department ') + code,
            tier: i % 3 ? 'commune' : 'department',
            above: above.code,
            duties,
        };
    });
    return fixture(sections, history(240), {agencies: {total: 120_000, offset: 0, agencies: listed}});
}

function markup() {
    const evil = '<img src=x onerror="document.title=\'broken\'"><b>bold</b>';
    const told = fixture(silentSections(), history(120));
    told.sections.catalogue = {...told.sections.catalogue, agencies: AGENCIES.map(agency => (agency.code === 'H53' ? {...agency, name: evil, name_vi: evil} : agency))};
    told.sections.run = run({scenario: '<script>document.title="broken"</script>', traffic: {...run().traffic, problem: evil}});
    told.sections.groups = groups(
        group('"><script>document.title="broken"</script>', 'STALLED', {health: {health: 'STALLED', since: wall(600), partition: evil, why: evil, advice: evil}}),
        group('=HYPERLINK("http://x")', 'OK'),
    );
    told.sections.late.duties[0] = {...told.sections.late.duties[0], document_number: evil, type: evil, asker: '<i>G01</i>'};
    told.sections.marks = [...MARKS, {at_ms: NOW - 20_000, simulated_s: WATERMARK, kind: 'group', name: evil, state: 'STALLED', bad: true, text: evil}];
    told.answers.documents.events[0] = {...told.answers.documents.events[0], from: evil, type: evil};
    return told;
}

function losingGroup() {
    const sections = silentSections();
    sections.groups = groups(
        group('archive-sink', 'LOSING', {
            protocol: 'classic',
            state: 'Empty',
            members: 0,
            lag: 1_904_110,
            lag_s: 597_100,
            lag_least_s: 597_100,
            commit_age_s: 846,
            consumed_per_s: 0,
            arrived_per_s: 1_305,
            drain_s: null,
            never_drains: true,
            loses_in_s: 7_800,
            health: {
                health: 'LOSING',
                since: wall(846),
                partition: 'docaxis.events-3',
                why: 'retention deletes the first unread record of docaxis.events-3 in 2 h 10 min, and the group does not get there',
                advice: "Lengthen the topic's retention now, or add consumers.",
            },
        }),
        group('mirror-south', 'STOPPED', {
            members: 0,
            state: 'Empty',
            lag: 83_911,
            lag_s: 3_400,
            lag_least_s: 3_100,
            lag_estimated: true,
            commit_age_s: 3_400,
            consumed_per_s: 0,
            drain_s: null,
            never_drains: true,
            loses_in_s: 432_000,
            health: {
                health: 'STOPPED',
                since: wall(3_300),
                partition: 'docaxis.events-1',
                why: 'the commit of docaxis.events-1 has stood at 10211 for 56 min with 83911 records to read and its group has no members; it was alive 57 min ago',
                advice: 'Start the consumers again; the last lines of their log say why they ended.',
            },
        }),
        group('audit-slow', 'FALLING_BEHIND', {
            members: 1,
            lag: 83_000,
            lag_s: 200,
            lag_least_s: 160,
            lag_estimated: true,
            commit_age_s: 4,
            consumed_per_s: 980,
            drain_s: null,
            never_drains: true,
            loses_in_s: 520_000,
            health: {
                health: 'FALLING_BEHIND',
                since: wall(540),
                partition: 'docaxis.events-0',
                why: 'the first unread record of docaxis.events-0 is 3 min 20 s old, and that grows by 0.3 s a second (95 %: 0.2 to 0.4)',
                advice: 'Add consumers, up to one a partition, or find out what made them slower.',
            },
        }),
        group('console-consumer-1842', 'UNKNOWN', {
            members: null,
            lag: null,
            lost: null,
            unstable: null,
            lag_s: null,
            lag_least_s: null,
            lag_estimated: null,
            commit_age_s: null,
            consumed_per_s: null,
            arrived_per_s: null,
            drain_s: null,
            never_drains: false,
            loses_in_s: null,
            health: {health: 'UNKNOWN', since: wall(30), partition: null, why: 'its commits could not be learnt', advice: 'Look at the rights of the monitor.'},
        }),
        group('share-readers', 'OK', {
            protocol: 'share',
            health: null,
            lag_s: null,
            commit_age_s: null,
            consumed_per_s: null,
            arrived_per_s: null,
            drain_s: null,
            loses_in_s: null,
        }),
    );
    sections.marks = [
        ...MARKS,
        {at_ms: NOW - 60_000, simulated_s: WATERMARK - 216_000, kind: 'group', name: 'archive-sink', state: 'LOSING', bad: true, text: 'archive-sink LOSING'},
    ];
    return fixture(
        sections,
        history(240, (i, row) => (i > 100 && i < 118 ? null : row)),
        {groups: partitions('archive-sink')},
    );
}

function ended(verdict, text) {
    const sections = silentSections();
    const over = verdict === 'exact';
    sections.run = run({
        watermark: '2023-07-01T00:00:00+07:00',
        newest: '2023-07-01T00:00:00+07:00',
        ended: true,
        phase: 'done',
        share: 1,
        speed: null,
        verdict: {verdict, text},
        books: {balance: true, read: 96_211, waiting: 0},
        event_lag: {lag_s: 0, partition: null, sources: [], unknown_partitions: 0},
        sources: [],
        taken_at: wall(1.2),
    });
    sections.agencies = agencies(agency => (agency.code === 'H53' && over ? {...silent(agency), silent: false, silent_since: null} : silent(agency)));
    sections.truth = truth({
        watermark: '2023-07-01T00:00:00+07:00',
        silences: [{...truth().silences[0], until: '2023-06-19T07:30:00+07:00'}],
        planted: truth().planted,
        detected: {...truth().detected, duplicate: over ? 215 : 211},
    });
    sections.marks = [
        ...MARKS,
        {at_ms: NOW - 2_000, simulated_s: at('2023-07-01T00:00:00+07:00'), kind: 'run', name: 'silent-province', state: 'ended', bad: false, text: 'run ended'},
    ];
    // a run at 20000x lasts half a minute
    return fixture(
        sections,
        history(32, (i, row) => [row[0], at('2023-07-01T00:00:00+07:00') - 70_000 * (31 - i), ...row.slice(2)]),
    );
}

const FIXTURES = {
    'healthy': healthy,
    'silent-province': () => fixture(silentSections(), history(240)),
    'broker-frozen': brokerFrozen,
    'no-data': noData,
    'agencies-120000': manyAgencies,
    'markup': markup,
    'losing-group': losingGroup,
    'ended-exact': () => ended('exact', 'every cell, fingerprint and trace is as expected'),
    'ended-differs': () => ended('differs', '3 obligations of H53 differ: acknowledge of thread 4711 is late, expected overdue'),
};

mkdirSync(here('fixtures'), {recursive: true});
for (const [name, make] of Object.entries(FIXTURES)) {
    seed = 7;
    writeFileSync(here('fixtures/' + name + '.json'), JSON.stringify(make(), null, 0).replaceAll('},{', '},\n{').replaceAll('],[', '],\n[') + '\n');
}
