import assert from 'node:assert/strict';
import test from 'node:test';
import {address, parse} from '../../main/resources/page/url.js';
import {question} from '../../main/resources/page/api.js';

test('an address shows its view, and the view its address', () => {
    const chosen = {
        agency: 'H53',
        obligation: 'respond',
        known: 'final',
        sort: 'deadline',
        page: 3,
        tier: 'province',
        find: 'quảng & ninh',
        worst: 'oldest',
        level: 'all',
        agencies: 2,
        view: 'map',
        range: 'run',
        order: 'lag',
        group: 'a/b c',
        reason: 'checksum',
        doc: 'G01.2023.T4711-0',
        theme: 'dark',
        lang: 'vi',
        prefix: 'docaxis',
    };
    assert.deepEqual(parse(address(chosen)), chosen);
});

test('what is as at first is left out', () => {
    assert.equal(address(parse('')), '');
    assert.equal(address(parse('?sort=overdue&page=0&theme=auto&view=table')), '');
});

test('what an address cannot say is as at first', () => {
    const first = parse('');
    for (const bad of [
        '?agency=<b>',
        '?agency=' + 'H'.repeat(41),
        '?obligation=eat',
        '?known=maybe',
        '?sort=size',
        '?page=-1',
        '?page=1e9',
        '?tier=x',
        '?view=globe',
        '?range=9',
        '?theme=pink',
        '?lang=english',
        '?reason=all',
        '?find=' + 'x'.repeat(101),
    ]) {
        assert.deepEqual(parse(bad), first, bad);
    }
    assert.deepEqual(parse('?__proto__=1&toString=2'), first);
});

test('a question leaves out what is not asked', () => {
    assert.equal(question('late', {agency: null, obligation: '', limit: 50}), 'api/v1/late?limit=50');
    assert.equal(question('run'), 'api/v1/run');
    assert.equal(question('agencies', {search: 'a&b=c'}), 'api/v1/agencies?search=a%26b%3Dc');
});
