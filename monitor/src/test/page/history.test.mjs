import assert from 'node:assert/strict';
import test from 'node:test';
import {column, evenly, growth, grown, joined, nothing, spans, withGaps} from '../../main/resources/page/history.js';

const COLUMNS = ['at_ms', 'simulated_s', 'sent'];
const of = (...points) => joined(nothing(), {columns: COLUMNS, points});

test('rates are growth by time, and unknown where either is', () => {
    const history = of([0, 0, 100], [1_000, 3_600, 160], [2_000, 7_200, null], [3_000, 7_200, 300], [5_000, 10_800, 400]);
    assert.deepEqual(growth(history, 'sent', 'at_ms', 1_000), [null, 60, null, null, 50]);
    assert.deepEqual(growth(history, 'sent', 'simulated_s', 3_600), [null, 60, null, null, 100]);
    assert.deepEqual(growth(history, 'nothing', 'at_ms', 1_000), [null, null, null, null, null]);
});

test('a rate over several rows is that of all of them', () => assert.deepEqual(growth(of([0, 0, 0], [1_000, 0, 10], [2_000, 0, 40]), 'sent', 'at_ms', 1_000, 2), [null, 10, 20]));

test('where nobody looked there is a gap; where looks are far apart by habit there is none', () => {
    assert.deepEqual(column(withGaps(of([0, 0, 1], [1_000, 0, 2], [60_000, 0, 3], [61_000, 0, 4])), 'sent'), [1, 2, null, 3, 4]);
    assert.deepEqual(column(withGaps(of([0, 0, 1], [30_000, 0, 2], [60_000, 0, 3], [61_000, 0, 4])), 'sent'), [1, 2, 3, 4]);
});

test('memory is bounded: older rows become fewer, the newest stay', () => {
    let history = nothing();
    for (let i = 0; i < 10_000; i++) {
        history = grown(history, {columns: COLUMNS, row: [1_000 * i, i, 7 * i]});
    }
    assert.ok(history.rows.length <= 3_000);
    assert.equal(history.rows[0][0], 0);
    assert.deepEqual(history.rows.at(-1), [9_999_000, 9_999, 69_993]);
    assert.deepEqual([...new Set(growth(history, 'sent', 'at_ms', 1_000).slice(1))], [7], 'rates stay what they were');
});

test('rows with other columns begin anew, and one without time is none', () => {
    const history = grown(of([0, 0, 1]), {columns: ['at_ms', 'x'], row: [5, 6]});
    assert.deepEqual(history, {columns: ['at_ms', 'x'], rows: [[5, 6]]});
    assert.equal(grown(history, {columns: ['at_ms', 'x'], row: [null, 6]}), history);
    assert.equal(grown(history, {columns: ['at_ms', 'x'], row: null}), history);
});

test('a trend has so many values, whatever the history has', () => {
    const history = of([0, 0, 1], [1_000, 0, 2], [10_000, 0, 3]);
    assert.deepEqual(evenly(history, column(history, 'sent'), 10_000, 5, 10_000), [2, 2, 2, 2, 3]);
    assert.equal(evenly(nothing(), [], 10_000, 5, 10_000).filter(value => value != null).length, 0);
});

test('a mark that is bad lasts until the next of the same thing', () => {
    const mark = (at, name, bad) => ({at_ms: at, kind: 'group', name, state: bad ? 'STOPPED' : 'OK', bad, text: name});
    const shown = spans([mark(30, 'a', false), mark(10, 'a', true), mark(20, 'b', true), mark(40, 'c', false)]);
    assert.deepEqual(
        shown.map(span => [span.mark.name, span.fromMs, span.untilMs, span.bad]),
        [
            ['a', 10, 30, true],
            ['b', 20, null, true],
            ['c', 40, 40, false],
        ],
    );
    assert.deepEqual(spans(null), []);
});
