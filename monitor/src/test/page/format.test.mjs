import assert from 'node:assert/strict';
import test, {afterEach} from 'node:test';
import {briefly, count, duration, hexLines, interval, number, oldest, percent, plain, rate, seconds, simulated, simulatedAt, wall} from '../../main/resources/page/format.js';
import {speak, t} from '../../main/resources/page/strings.js';

afterEach(() => speak('en'));

const table = (say, cases) => cases.forEach(([given, wanted]) => assert.equal(say(given), wanted, String(given)));

test('unknown is never 0', () => {
    for (const say of [number, count, percent, rate, duration, simulated, wall]) {
        for (const unknown of [null, undefined, NaN]) {
            assert.equal(say(unknown), '◇', say.name);
        }
    }
    table(duration, [
        [null, '◇'],
        [undefined, '◇'],
        [0, '0 s'],
    ]);
    table(simulated, [
        [null, '◇'],
        ['', '◇'],
        ['yesterday', '◇'],
    ]);
    assert.equal(simulatedAt(null, 0), '◇');
});

test('durations say their two greatest units, and never round up into the next', () =>
    table(duration, [
        [0.0002, '0.2 ms'],
        [0.04, '40 ms'],
        [0.5, '0.5 s'],
        [1.84, '1.8 s'],
        [3, '3 s'],
        [9.9, '9.9 s'],
        [12.4, '12 s'],
        [59.4, '59 s'],
        [59.9, '1 min'],
        [60, '1 min'],
        [200, '3 min 20 s'],
        [3_599, '59 min 59 s'],
        [3_600, '1 h'],
        [63_000, '17 h 30 min'],
        [86_399, '23 h 59 min'],
        [86_400, '1 d'],
        [924_120, '10 d 16 h'],
        [925_800, '10 d 17 h'],
        [-90, '−1 min 30 s'],
    ]));

test('a share is 0 or 100 percent only if it is exactly that', () =>
    table(percent, [
        [0, '0.0 %'],
        [0.00001, '0.1 %'],
        [0.958, '95.8 %'],
        [0.9996, '99.9 %'],
        [1, '100.0 %'],
    ]));

test('counts are whole up to a million', () =>
    table(count, [
        [41_203, '41,203'],
        [999_999, '999,999'],
        [1_904_110, '1.90 M'],
        [24_911_020, '24.9 M'],
        [6_200_000_000, '6.20 G'],
    ]));

test('rates', () =>
    table(rate, [
        [0, '0/s'],
        [0.25, '0.3/s'],
        [1_310.4, '1,310/s'],
    ]));

test('intervals', () => {
    assert.equal(interval(null, 1.8), '1.8 s');
    assert.equal(interval(160, 200), '2 min 40 s to 3 min 20 s');
    assert.equal(interval(1.81, 1.84), '1.8 s');
    assert.equal(interval(15, null), 'at least 15 s');
    assert.equal(interval(null, null), '◇');
});

test('simulated time is that of the run, whatever the time here', () => {
    table(simulated, [
        ['2023-06-05T17:00:00+07:00', 'Mon 5 Jun 2023 17:00'],
        ['2023-06-13T17:00:30+07:00', 'Tue 13 Jun 2023 17:00:30'],
        ['2023-01-01T00:00+07:00', 'Sun 1 Jan 2023 00:00'],
    ]);
    assert.equal(simulated('2023-06-05T17:00:00+07:00', false), 'Mon 5 Jun 17:00');
    assert.equal(simulatedAt(seconds('2023-06-05T17:00:00+07:00'), 25_200), 'Mon 5 Jun 2023 17:00');
    assert.equal(seconds('nonsense'), null);
});

test('wall time has its day only if that is not today', () => {
    const ms = Date.parse('2026-11-29T03:00:05Z');
    assert.equal(wall(ms, ms + 1_000, 'UTC'), '03:00:05');
    assert.equal(wall(ms, ms + 86_400_000, 'UTC'), '29 Nov 03:00:05');
    assert.equal(wall(ms, ms, 'Asia/Ho_Chi_Minh'), '10:00:05');
});

test('text without case and accents', () =>
    table(plain, [
        ['Đắk Lắk', 'dak lak'],
        ['QUẢNG NINH', 'quang ninh'],
        ['Thừa Thiên Huế', 'thua thien hue'],
    ]));

test('bytes come in lines of sixteen', () => {
    assert.deepEqual(
        hexLines('0de0').map(line => line.bytes.join(' ')),
        ['0d e0'],
    );
    assert.deepEqual(
        hexLines('00'.repeat(17)).map(line => [line.at, line.bytes.length]),
        [
            [0, 16],
            [16, 1],
        ],
    );
    assert.deepEqual(hexLines(null), []);
});

test('in Vietnamese all of it is Vietnamese', async () => {
    await speak('vi');
    assert.equal(duration(925_800), '10 ngày 17 giờ');
    assert.equal(count(41_203), '41.203');
    assert.equal(percent(0.958), '95,8 %');
    assert.equal(simulated('2023-06-05T17:00:00+07:00'), 'T2 5/6/2023 17:00');
});

test('a string has its facts, its forms, and is English where there is no other', async () => {
    assert.equal(t('att.count', {n: 1}), '1 thing needs attention');
    assert.equal(t('att.count', {n: 3}), '3 things need attention');
    assert.equal(t('run.seed', {seed: '$&{seed}'}), 'seed $&{seed}');
    assert.equal(t('health.NEW_ONE'), 'NEW ONE');
    await speak('xx');
    assert.equal(t('close'), 'Close');
});

test('where there is little room, ten of a unit are enough', () =>
    table(briefly, [
        [null, '◇'],
        [47_800, '13 h'],
        [30_000, '8 h 20 min'],
        [925_800, '10 d'],
        [3.4, '3.4 s'],
        [605, '10 min'],
        [0, '0 s'],
    ]));

test('the oldest of no duties is none, of some unknown', () => {
    assert.equal(oldest({oldestS: null, overdue: 0}), '–');
    assert.equal(oldest({oldestS: null, overdue: 3}), '◇');
    assert.equal(oldest({oldestS: null, overdue: null}), '◇');
});
