import assert from 'node:assert/strict';
import test from 'node:test';
import {createStore, deadLetters} from '../../main/resources/page/store.js';
import {fixture} from './sources.mjs';

const NOW = Date.parse('2026-11-29T03:00:05.123Z');
const reset = (sections, at, store) => store.received({reset: true, sections}, at);
const change = (sections, at, store) => store.received({reset: false, sections}, at);

test('it connects, is live, and is stale after three seconds of silence', () => {
    const store = createStore(NOW);
    assert.equal(store.state(NOW + 100).link.health, 'connecting');
    assert.equal(store.state(NOW + 100).link.ageS, null);
    reset({}, NOW + 200, store);
    assert.equal(store.state(NOW + 3_199).link.health, 'live');
    assert.equal(store.state(NOW + 3_200).link.health, 'stale');
    assert.equal(store.state(NOW + 3_200).link.sinceMs, NOW + 200);
    assert.equal(store.state(NOW + 5_200).link.ageS, 5);
    change({}, NOW + 6_000, store);
    assert.deepEqual([store.state(NOW + 6_001).link.health, store.state(NOW + 6_001).link.sinceMs], ['live', null]);
});

test('a monitor that never answers is unreachable', () => {
    const store = createStore(NOW);
    assert.equal(store.state(NOW + 3_000).link.health, 'unreachable');
    store.lost(NOW + 50);
    assert.equal(store.state(NOW + 60).link.health, 'unreachable');
});

test('a connection that is lost is stale at once, since it was lost', () => {
    const store = createStore(NOW);
    reset({}, NOW, store);
    store.lost(NOW + 500);
    store.lost(NOW + 1_500);
    assert.deepEqual([store.state(NOW + 1_600).link.health, store.state(NOW + 1_600).link.sinceMs], ['stale', NOW + 500]);
});

test('a section replaces the one before, and a reset forgets all', () => {
    const store = createStore(NOW);
    reset({late: {version: 1}, groups: {groups: []}}, NOW, store);
    change({late: {version: 2}}, NOW, store);
    assert.deepEqual(store.state(NOW).sections, {late: {version: 2}, groups: {groups: []}});
    reset({late: null}, NOW, store);
    assert.deepEqual(store.state(NOW).sections, {late: null});
    assert.equal(store.resets(), 2);
});

test('a pause holds what is shown, says its age, and forgets nothing', () => {
    const store = createStore(NOW);
    reset({late: {version: 1}}, NOW, store);
    store.pause(NOW + 500);
    change({late: {version: 2}}, NOW + 1_000, store);
    const held = store.state(NOW + 4_000);
    assert.equal(held.sections.late.version, 1);
    assert.equal(held.link.ageS, 4);
    assert.equal(held.pausedSinceMs, NOW + 500);
    store.resume();
    assert.equal(store.state(NOW + 4_000).sections.late.version, 2);
});

test('the monitor has a clock of its own', () => {
    const store = createStore(NOW);
    reset({run: {now: new Date(NOW + 3_600_000).toISOString()}}, NOW, store);
    assert.equal(store.state(NOW + 2_000).serverMs, NOW + 3_602_000);
});

test('points of the stream follow the history that was read, each once', () => {
    const {answers} = fixture('healthy');
    const store = createStore(NOW);
    const columns = answers.history.columns;
    const newest = answers.history.points.at(-1);
    const later = newest.map((value, i) => (i === 0 ? value + 1_000 : value));
    reset({point: {columns, points: [newest]}}, NOW, store);
    store.historyRead(answers.history);
    change({point: {columns, points: [later]}}, NOW, store);
    change({point: {columns, points: [later]}}, NOW, store);
    const {rows} = store.state(NOW).history;
    assert.equal(rows.length, answers.history.points.length + 1);
    assert.deepEqual(rows.at(-1), later);
    change({point: later.map((value, i) => (i === 0 ? value + 1_000 : value))}, NOW, store);
    assert.equal(store.state(NOW).history.rows.length, rows.length + 1, 'a bare row has the columns of the history');
});

test('dead letters that grow are news; those that were there are not', () => {
    const store = createStore(NOW);
    const run = n => ({now: new Date(NOW).toISOString(), records: {dead_letter_malformed: n}});
    reset({run: run(5)}, NOW, store);
    assert.equal(store.state(NOW).deadGrewMs, null);
    change({run: run(7)}, NOW + 1_000, store);
    change({run: run(7)}, NOW + 2_000, store);
    assert.equal(store.state(NOW + 3_000).deadGrewMs, NOW + 1_000);
    change({run: run(8)}, NOW + 60_000, store);
    assert.deepEqual([store.state(NOW + 61_000).deadFromMs, store.state(NOW + 61_000).deadGrewMs], [NOW + 1_000, NOW + 60_000], 'it goes on since');
    change({run: run(9)}, NOW + 700_000, store);
    assert.equal(store.state(NOW + 701_000).deadFromMs, NOW + 700_000, 'anew after ten minutes without');
    assert.equal(deadLetters({records: null}), null);
    assert.equal(deadLetters({records: {applied: 3}}), 0);
});
