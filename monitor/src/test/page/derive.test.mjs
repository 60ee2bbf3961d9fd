import assert from 'node:assert/strict';
import test from 'node:test';
import {
    aboutPrefix,
    agencyRows,
    answeredRows,
    figureStates,
    firstToLose,
    owesMost,
    found,
    groupsInOrder,
    hasProvinces,
    heat,
    onTime,
    shortName,
    showsMap,
    sum,
    whose,
    willLose,
    worstFirst,
} from '../../main/resources/page/derive.js';
import {PROVINCES} from '../../main/resources/page/provinces.js';
import {changed, state} from './states.mjs';

test('a sum with an unknown part is unknown', () => {
    assert.equal(sum([1, 2, 3]), 6);
    assert.equal(sum([1, null, 3]), null);
    assert.equal(sum([]), 0);
});

test('worst first: by share, where few duties come last; by count; by the oldest', () => {
    const rows = agencyRows(state('silent-province'), 'en');
    for (const by of ['share', 'count', 'oldest']) {
        assert.equal(worstFirst(rows, by, null)[0].code, 'H53', by);
    }
    const few = {...rows[0], code: 'Z', all: {...rows[0].all, decided: 3, missed: 3, missedShare: 1}};
    assert.equal(worstFirst([...rows, few], 'share', null).at(-1).code, 'Z');
    assert.equal(worstFirst(rows, 'code', null)[0].code, 'G01');
    assert.equal(rows.length, 88);
});

test('agencies are found whatever the case and accents', () => {
    const rows = agencyRows(state('silent-province'), 'vi');
    assert.deepEqual(
        found(rows, null, 'DAK lak').map(row => row.code),
        ['H15'],
    );
    assert.deepEqual(
        found(rows, null, 'h53').map(row => row.name),
        ['Tây Ninh'],
    );
    assert.equal(found(rows, 'province', '').length, 63);
});

test('an answer about any level is the same kind of row', () => {
    const [row] = answeredRows(
        {
            agencies: [
                {
                    code: 'H53.13',
                    name: 'Department H53.13',
                    name_vi: 'Sở',
                    tier: 'department',
                    above: 'H53',
                    duties: {
                        send: {on_time: 8, late: 1, overdue: 1, open: 0, voided: 0},
                        acknowledge: {on_time: 10, late: 0, overdue: 0, open: 2, voided: 0},
                        respond: {on_time: 0, late: 0, overdue: 0, open: 0, voided: 0},
                        answer_recall: {on_time: 0, late: 0, overdue: 0, open: 0, voided: 0},
                    },
                },
            ],
        },
        'en',
    );
    assert.deepEqual([row.all.onTime, row.all.missed, row.all.decided, row.all.missedShare, row.of.respond.missedShare], [18, 2, 20, 0.1, null]);
    assert.deepEqual(answeredRows(null, 'en'), []);
});

test('the heat scale needs twenty duties', () => {
    assert.deepEqual(
        [0, 0.005, 0.02, 0.05, 0.1, 0.2, 1].map(share => heat(share, 100)),
        [0, 1, 2, 3, 4, 5, 5],
    );
    assert.equal(heat(0.5, 19), null);
    assert.equal(heat(null, 100), null);
});

test('on time counts in what is surely overdue', () => {
    const duty = over => ({on_time: 80, late: 10, overdue: 12, provisional: 2, confirmed: 4, final: 6, ...over});
    const found = onTime({sections: {obligations: {obligations: [duty()]}}});
    assert.deepEqual([found.share, found.answered], [0.8, 80 / 90]);
    assert.deepEqual([onTime({sections: {obligations: {obligations: [duty({final: null})]}}}).share, onTime({sections: {}}).share], [null, null]);
});

test('the map is only there with the 63 provinces, in its own layout', () => {
    assert.ok(hasProvinces(state('healthy')));
    assert.ok(!hasProvinces(state('no-data')));
    assert.ok(
        showsMap(state('healthy', {}, 100, '?view=map'), false) && showsMap(state('healthy'), true) && !showsMap(state('healthy'), false) && !showsMap(state('no-data'), true),
    );
    assert.equal(new Set(PROVINCES.map(([code]) => code)).size, 63);
    assert.equal(new Set(PROVINCES.map(([, column, row]) => column + '/' + row)).size, 63, 'no two on one place');
});

test('a group loses data if retention comes before it does', () => {
    const group = over => ({group: 'g', loses_in_s: 100, drain_s: null, never_drains: false, lag: 10, health: {health: 'OK'}, ...over});
    assert.ok(willLose(group({health: {health: 'LOSING'}})));
    assert.ok(willLose(group({drain_s: 101})));
    assert.ok(willLose(group({never_drains: true, health: {health: 'STOPPED'}})));
    assert.ok(!willLose(group({never_drains: true, lag: 0, health: {health: 'STOPPED'}})));
    assert.ok(!willLose(group({drain_s: 99})));
    assert.ok(!willLose(group({loses_in_s: null, health: {health: 'LOSING'}})));
});

test('which group loses first, and which is nearest though it will not', () => {
    assert.equal(firstToLose(state('losing-group')).first.group, 'archive-sink');
    const healthy = firstToLose(state('healthy'));
    assert.deepEqual([healthy.first, healthy.nearest.group], [null, 'docaxis.exchange']);
    assert.equal(healthy.unsure, 0, 'what is kept for good is known');
    const {groups} = state('healthy').sections.groups;
    const unknown = changed('healthy', 'groups', {groups: groups.map(group => ({...group, loses_in_s: null, never_loses: false}))});
    const unsure = firstToLose(state('healthy', unknown));
    assert.deepEqual([unsure.first, unsure.nearest, unsure.unsure], [null, null, groups.length]);
    assert.equal(firstToLose(state('no-data')), null);
});

test('groups in order', () => {
    const {groups} = state('losing-group').sections.groups;
    assert.deepEqual(
        groupsInOrder(groups, 'worst')
            .slice(0, 3)
            .map(group => group.health.health),
        ['LOSING', 'STOPPED', 'FALLING_BEHIND'],
    );
    assert.equal(groupsInOrder(groups, 'loses_in_s')[0].group, 'archive-sink');
    assert.equal(groupsInOrder(groups, 'lag')[0].group, 'archive-sink');
    assert.equal(groupsInOrder(groups, 'group')[0].group, 'archive-sink');
    assert.equal(groupsInOrder(groups, 'lag').at(-1).lag, null, 'unknown comes last');
});

test('is it the agencies, or are we behind', () => {
    assert.equal(whose(state('silent-province')).who, 'agencies');
    assert.equal(whose(state('no-data')).who, 'unknown');
    const own = over => ({groups: {taken_at: null, groups: [{...state('silent-province').sections.groups.groups[0], ...over}]}});
    assert.equal(whose(state('silent-province', own({lag_s: 400}))).who, 'both');
    const unsure = changed('silent-province', 'late', {confirmed: 0, final: 0});
    assert.equal(whose(state('silent-province', {...own({lag_s: 400}), ...unsure})).who, 'us');
    assert.equal(whose(state('silent-province', changed('silent-province', 'late', {overdue: 0, confirmed: 0, final: 0}))).who, 'nobody');
});

test('states of the figures', () => {
    assert.deepEqual(figureStates(state('no-data')), {transport: 'none', event: 'none', response: 'none', traffic: 'none', onTime: 'none'});
    const healthy = figureStates(state('healthy'));
    assert.deepEqual([healthy.transport, healthy.event, healthy.response, healthy.traffic], ['ok', 'ok', 'warn', 'ok']);
    assert.equal(figureStates(state('silent-province')).response, 'bad');
    assert.equal(figureStates(state('broker-frozen')).transport, 'none');
    assert.equal(figureStates(state('broker-frozen')).traffic, 'warn');
    assert.equal(figureStates(state('healthy', changed('healthy', 'run', {event_lag: {lag_s: 3_600 * 31, partition: 0, sources: [1], unknown_partitions: 0}}))).event, 'warn');
});

test('names are as short as they can be', () =>
    assert.deepEqual(["People's Committee of Tay Ninh", 'UBND thành phố Hà Nội', 'Ministry of Health', 'Vietnam Television', null].map(shortName), [
        'Tay Ninh',
        'Hà Nội',
        'Health',
        'Vietnam Television',
        '',
    ]));

test('who owes most is found by number, and is unknown where nothing is', () => {
    const most = owesMost(state('silent-province'));
    assert.deepEqual([most.code, most.silent], ['H53', true]);
    assert.equal(most.overdue, 216);
    assert.equal(owesMost(state('no-data')), null);
});

test('what was not counted yet is unknown, and not 0', () => {
    const found = state('healthy', changed('healthy', 'obligations', {obligations: []}));
    assert.equal(figureStates(found).response, 'none');
});

test('where no prefix is chosen, all is asked about the one that is shown', () => {
    const shown = {sections: {run: {prefix: 'a', prefixes: ['a', 'b']}}, view: {prefix: null}};
    assert.equal(aboutPrefix(shown), 'a');
    assert.equal(aboutPrefix({...shown, view: {prefix: 'b'}}), 'b');
    assert.equal(aboutPrefix({sections: {}, view: {prefix: null}}), null);
});
