import assert from 'node:assert/strict';
import test from 'node:test';
import {attention, evidenceAge, isEmpty, isOver} from '../../main/resources/page/attention.js';
import {STRINGS} from '../../main/resources/page/strings.js';
import {changed, NOW, state} from './states.mjs';

const keys = found => attention(found).map(item => item.key);
const NAMES = ['healthy', 'silent-province', 'broker-frozen', 'no-data', 'agencies-120000', 'markup', 'losing-group', 'ended-exact', 'ended-differs'];

test('nothing needs attention where all is well, and the evidence has an age', () => {
    const found = state('healthy');
    assert.deepEqual(keys(found), []);
    assert.ok(!isEmpty(found));
    assert.ok(Math.abs(evidenceAge(found) - 0.7) < 0.01);
});

test('no data is neither good nor bad', () => {
    assert.deepEqual(keys(state('no-data')), []);
    assert.ok(isEmpty(state('no-data')));
});

test('a silent agency says since when, what waits for it, and where to look', () => {
    const [item] = attention(state('silent-province'));
    assert.equal(item.key, 'att.silent');
    assert.deepEqual(
        [item.state, item.since, item.facts.agency, item.facts.n, item.to, item.view],
        ['bad', '2023-06-09T16:41:00+07:00', 'H53', 216, '#agencies-panel', {agency: 'H53', obligation: null}],
    );
});

test('who hears nothing says that before all else', () => {
    const stale = state('silent-province', {}, 5_000);
    assert.deepEqual(keys(stale), ['att.stale', 'att.silent']);
    assert.equal(attention(stale)[0].sinceMs, NOW);
});

test('a cluster that does not answer comes before what rests on it', () => {
    const found = attention(state('broker-frozen'));
    assert.equal(found[0].key, 'att.cluster');
    assert.equal(found[0].sinceMs, NOW - 14_200);
    assert.ok(keys(state('broker-frozen')).includes('att.traffic'));
});

test('the group that loses data first comes first, each with since when', () => {
    const found = attention(state('losing-group'));
    assert.deepEqual(
        found.slice(0, 2).map(item => [item.key, item.facts.group, item.facts.s]),
        [
            ['att.losing', 'archive-sink', 7_800],
            ['att.losing', 'mirror-south', 432_000],
        ],
    );
    assert.equal(found[0].sinceMs, NOW - 846_000);
    assert.deepEqual(found[0].view, {group: 'archive-sink'});
    assert.ok(!found.some(item => item.facts.group === 'share-readers'), 'a share group has no health to be bad');
});

test('a verdict is attention unless it is exact', () => {
    assert.deepEqual(keys(state('ended-exact')), []);
    assert.equal(keys(state('ended-differs'))[0], 'att.verdict_differs');
    assert.equal(keys(state('ended-exact', changed('ended-exact', 'run', {verdict: {verdict: 'incomplete', text: ''}})))[0], 'att.verdict_incomplete');
});

test('each rule finds what it is for', () => {
    const rules = {
        'att.books': {books: {balance: false, read: 7, waiting: 0}},
        'att.failed': {traffic: {intended: 1, sent: 1, acknowledged: 0, failed: 1, read: 0, behind_s: 0, problem: null}},
        'att.source': {sources: [{source: 2, emitted_at: null, silent: true, silent_since: '2026-11-29T02:58:00.000Z'}]},
        'att.unknown': {problem: 'the tally is of another version'},
        'att.cluster_problem': {cluster_problem: 'broker 2 does not answer'},
        'att.event_lag': {event_lag: {lag_s: 3_600 * 121, partition: 1, sources: [0], unknown_partitions: 0}},
    };
    for (const [key, over] of Object.entries(rules)) {
        assert.deepEqual(keys(state('healthy', changed('healthy', 'run', over))), [key]);
    }
});

test('one problem that several figures tell of is told once', () => {
    const why = 'no right to read docaxis.tally';
    const over = {...changed('healthy', 'run', {problem: why}), ...changed('healthy', 'late', {problem: why}), ...changed('healthy', 'obligations', {problem: why})};
    assert.deepEqual(keys(state('healthy', over)), ['att.unknown']);
});

test('a share needs enough duties to be one', () => {
    const duty = n => ({
        obligation: 'respond',
        on_time: n,
        late: n,
        overdue: 0,
        open: 0,
        voided: 0,
        provisional: 0,
        confirmed: 0,
        final: 0,
        due_soon: 0,
        on_time_share: 0.5,
        answered_share: 0.5,
    });
    assert.deepEqual(keys(state('healthy', changed('healthy', 'obligations', {obligations: [duty(5)]}))), []);
    assert.deepEqual(keys(state('healthy', changed('healthy', 'obligations', {obligations: [duty(50)]}))), ['att.share']);
});

test('dead letters are news for ten minutes', () => {
    assert.deepEqual(keys({...state('healthy'), deadGrewMs: NOW}), ['att.dead']);
    assert.deepEqual(keys({...state('healthy'), deadGrewMs: NOW - 601_000}), []);
    assert.deepEqual(keys({...state('ended-exact'), deadGrewMs: NOW}), [], 'nothing comes in where the run has ended');
});

test('whatever comes, each item has a string, a state and a rank in order', () => {
    for (const name of NAMES) {
        const items = attention(state(name, {}, 4_000));
        items.forEach(item => assert.ok(STRINGS[item.key] && ['bad', 'warn'].includes(item.state), item.key));
        assert.deepEqual(
            items.map(item => item.rank),
            items.map(item => item.rank).sort((a, b) => a - b),
        );
    }
});

test('a monitor that ended with its run is no matter for a person, one that went away before is', () => {
    const over = state('ended-exact', {}, 5_000);
    assert.equal(over.link.health, 'stale');
    assert.ok(isOver(over));
    assert.deepEqual(keys(over), []);
    const away = state('ended-exact', changed('ended-exact', 'run', {phase: 'comparing'}), 5_000);
    assert.ok(!isOver(away));
    assert.deepEqual(keys(away), ['att.stale']);
    assert.ok(!isOver(state('ended-exact')), 'while it is heard it is not over');
});

test('a run whose tally was not read yet is neither good nor bad', () => {
    const found = state('healthy', {...changed('healthy', 'run', {phase: 'playing', books: null, problem: 'it was not asked for yet'})});
    assert.ok(isEmpty(found));
    assert.deepEqual(keys(found), []);
});
