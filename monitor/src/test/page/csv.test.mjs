import assert from 'node:assert/strict';
import test from 'node:test';
import {csv, field} from '../../main/resources/page/csv.js';

test('text that a spreadsheet would compute is text', () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")']) {
        assert.ok(field(evil).replace(/^"/, '').startsWith("'"), evil);
    }
});

test('numbers are numbers, also below 0; unknown is empty', () => {
    assert.equal(field(-3.5), '-3.5');
    assert.equal(field(0), '0');
    assert.equal(field(null), '');
    assert.equal(field(undefined), '');
    assert.equal(field(false), 'false');
});

test('commas, quotes and lines are quoted', () => {
    assert.equal(field('a,b'), '"a,b"');
    assert.equal(field('say "x"'), '"say ""x"""');
    assert.equal(field('two\nlines'), '"two\nlines"');
    assert.equal(field(' kept '), '" kept "');
});

test('a table is its columns, then its rows', () =>
    assert.equal(
        csv(
            ['agency', 'n'],
            [
                ['Đắk Lắk, H15', 3],
                [null, 0],
            ],
        ),
        'agency,n\r\n"Đắk Lắk, H15",3\r\n,0\r\n',
    ));
