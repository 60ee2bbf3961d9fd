import assert from 'node:assert/strict';
import test from 'node:test';
import {asked} from '../../main/resources/page/api.js';

/** A monitor that answers when the test says so. */
function monitor(t) {
    const waiting = [];
    t.mock.method(
        globalThis,
        'fetch',
        (address, {signal}) =>
            new Promise((resolve, reject) => {
                signal.addEventListener('abort', () => reject(new Error('aborted')));
                waiting.push({address, answer: (status, body) => resolve({ok: status === 200, status, json: async () => JSON.parse(body)})});
            }),
    );
    const settled = () => new Promise(resolve => setImmediate(resolve));
    return {
        waiting,
        answer: async (status, body) => {
            waiting.at(-1).answer(status, body);
            await settled();
            await settled();
        },
    };
}

test('it asks once, and again when there is something new, not too often', async t => {
    const {waiting, answer} = monitor(t);
    let drawn = 0;
    const late = asked(() => drawn++);
    late.want('late', {agency: 'H53'}, 1, 0);
    late.want('late', {agency: 'H53'}, 1, 10);
    late.want('late', {agency: 'H53'}, 2, 20);
    assert.deepEqual(
        waiting.map(each => each.address),
        ['api/v1/late?agency=H53'],
    );
    await answer(200, '{"overdue":3}');
    assert.deepEqual([late.shown.answer, late.shown.loading, drawn], [{overdue: 3}, false, 1]);
    late.want('late', {agency: 'H53'}, 2, 1_900);
    assert.equal(waiting.length, 1);
    late.want('late', {agency: 'H53'}, 2, 2_000);
    assert.equal(waiting.length, 2);
    assert.deepEqual(late.shown.answer, {overdue: 3}, 'the last answer stands until the next');
});

test('another question forgets the answer, and the one under way', async t => {
    const {waiting, answer} = monitor(t);
    const late = asked(() => {});
    late.want('late', {agency: 'H53'}, 1, 0);
    late.want('late', {agency: 'H15'}, 1, 1);
    await answer(200, '{"overdue":1}');
    assert.deepEqual([waiting.length, late.shown.answer], [2, {overdue: 1}]);
});

test('what is held is not asked again, but a new question is asked', async t => {
    const {waiting, answer} = monitor(t);
    const late = asked(() => {});
    late.want('late', {page: 1}, null, 0);
    await answer(200, '{}');
    late.want('late', {page: 1}, null, 60_000);
    assert.equal(waiting.length, 1);
    late.want('late', {page: 2}, null, 60_000);
    assert.equal(waiting.length, 2);
});

test('an error says what the monitor said, and nonsense is an error', async t => {
    const {answer} = monitor(t);
    const late = asked(() => {});
    late.want('late', {limit: -1}, 1, 0);
    await answer(400, '{"error":"limit: got -1; allowed is 0 to 10000"}');
    assert.equal(late.shown.problem, 'limit: got -1; allowed is 0 to 10000');
    late.want('late', {limit: 1}, 1, 10_000);
    await answer(502, '<html>');
    assert.equal(late.shown.problem, 'HTTP 502');
});

test('what is forgotten is asked anew', async t => {
    const {waiting, answer} = monitor(t);
    const taken = [];
    const document = asked(
        () => {},
        each => taken.push(each),
    );
    document.want('documents/1', {}, null, 0);
    await answer(200, '{"thread":1}');
    document.forget();
    assert.equal(document.shown.answer, null);
    document.want('documents/1', {}, null, 1);
    assert.equal(waiting.length, 2);
    assert.deepEqual(taken, [{thread: 1}]);
});
