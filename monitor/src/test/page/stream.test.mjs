import assert from 'node:assert/strict';
import test from 'node:test';
import {follow} from '../../main/resources/page/stream.js';

/** A connection that the test moves. */
class Connection {
    readyState = 1;
    closed = false;
    listeners = {};
    addEventListener(name, listener) {
        this.listeners[name] = listener;
    }
    close() {
        this.closed = true;
    }
}

function followed(t) {
    t.mock.timers.enable({apis: ['setTimeout']});
    const connections = [];
    const heard = [];
    const stop = follow('api/v1/stream', {message: message => heard.push(message), lost: () => heard.push('lost')}, () => {
        connections.push(new Connection());
        return connections.at(-1);
    });
    return {connections, heard, stop, last: () => connections.at(-1)};
}

test('messages are handed on, what is none is not', t => {
    const {heard, last, stop} = followed(t);
    last().listeners.state({data: '{"reset":true,"sections":{}}'});
    last().listeners.state({data: '<html>'});
    last().listeners.state({data: '{"sections":null}'});
    assert.deepEqual(heard, [{reset: true, sections: {}}]);
    stop();
    assert.ok(last().closed);
});

test('a lost connection is said; the browser connects again by itself', t => {
    const {connections, heard, last, stop} = followed(t);
    last().readyState = 0;
    last().listeners.error();
    assert.deepEqual([heard, connections.length], [['lost'], 1]);
    stop();
});

test('one that is refused is tried again, ever less often', t => {
    const {connections, last, stop} = followed(t);
    for (const waitMs of [1_000, 2_000, 4_000, 8_000, 8_000]) {
        const before = connections.length;
        last().readyState = 2;
        last().listeners.error();
        t.mock.timers.tick(waitMs - 1);
        assert.equal(connections.length, before);
        t.mock.timers.tick(1);
        assert.equal(connections.length, before + 1);
    }
    stop();
});

test('one that is silent for fifteen seconds is a lost one', t => {
    const {connections, heard, last, stop} = followed(t);
    t.mock.timers.tick(10_000);
    last().listeners.state({data: '{"sections":{}}'});
    t.mock.timers.tick(14_999);
    assert.equal(connections.length, 1);
    t.mock.timers.tick(1);
    assert.ok(connections[0].closed && heard.includes('lost'));
    t.mock.timers.tick(1_000);
    assert.equal(connections.length, 2);
    stop();
});
