import assert from 'node:assert/strict';
import test from 'node:test';
import {asked, channelS, duties, timeline} from '../../main/resources/page/life.js';
import {fixture} from './sources.mjs';

const history = fixture('silent-province').answers.documents;
const duty = (obligation, debtor) => duties(history).find(each => each.obligation === obligation && each.debtor === debtor && each.document === 0);

test('a life is in the order of simulated time, deadlines before what was concluded of them', () => {
    const items = timeline(history);
    const times = items.map(item => Date.parse(item.at));
    assert.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
    );
    assert.equal(items[0].kind, 'signed');
    assert.equal(items.filter(item => item.kind === 'deadline').length, history.deadlines.length);
    assert.ok(items.findIndex(item => item.kind === 'deadline' && item.duty.obligation === 'respond') < items.findIndex(item => item.kind === 'conclusion'));
});

test('who answered late, by how much, and where the time went', () => {
    const respond = duty('respond', 'H26');
    assert.equal(respond.lateS, 63_000);
    assert.equal(respond.agencyS, 7 * 86_400 + 5_400);
    assert.equal(respond.channelS, 6_000);
    assert.ok(Math.abs(respond.usS - 1.8) < 0.01);
    assert.equal(respond.last.kind, 'fulfilled_late');
});

test('who never answered has done nothing', () => {
    const respond = duty('respond', 'H53');
    assert.deepEqual([respond.done, respond.agencyS, respond.usS, respond.last.kind], [null, null, null, 'overdue']);
});

test('a notice of arrival fulfils nothing, an acceptance does, a duplicate does not count', () => {
    assert.equal(duty('acknowledge', 'H53').done.offset, 1_017);
    assert.equal(duty('acknowledge', 'H53').agencyS, 7 * 3_600 + 52 * 60);
});

test('a refusal by the deadline ends the duty to respond, a later one does not', () => {
    const refused = at => ({
        ...history,
        events: [...history.events, {offset: 1_200, kind: 'status', document: 0, status: 2, from: 'H53', to: ['G01'], occurred_at: at, emitted_at: at, sent_at: null}],
    });
    const voided = at => duties(refused(at)).find(each => each.obligation === 'respond' && each.debtor === 'H53').voided;
    assert.equal(voided('2023-06-09T10:00:00+07:00').offset, 1_200);
    assert.equal(voided('2023-06-13T10:00:00+07:00'), null);
});

test('what is unknown stays unknown', () => {
    assert.equal(channelS({occurred_at: null, emitted_at: '2023-06-09T10:00:00+07:00'}), null);
    assert.deepEqual(duties({events: [], deadlines: [{obligation: 'respond', document: 0, debtors: ['H53'], deadline: null}], conclusions: []})[0].from, undefined);
});

test('a number names thread and document', () => {
    assert.deepEqual(asked('G01.2023.T4711-3'), {thread: 4711, document: 3});
    assert.deepEqual(asked('4711'), {thread: 4711, document: null});
    assert.deepEqual(asked('nonsense'), {thread: null, document: null});
});
