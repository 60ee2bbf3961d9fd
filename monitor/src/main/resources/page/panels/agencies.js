/** Who is late: agencies by obligations, worst first; 88 from the stream, 120,000 by questions to the monitor. */
import {change, choose} from '../actions.js';
import {agencyCount, agencyName, agencyRows, answeredRows, ENOUGH, found, hasProvinces, heat, OBLIGATIONS, section, showsMap, worstFirst} from '../derive.js';
import {attribute, byId, el, hidden, inLines, keyed, oneStop, roving, text} from '../dom.js';
import {count, known, number, oldest, percent, simulated} from '../format.js';
import {choice, head, missing, options, pager, save} from '../parts.js';
import {language, t} from '../strings.js';

/** Agencies of all levels come in pages of so many. */
export const PAGE = 50;
const CELLS = 8;

let held = {order: '', codes: []};
let typing = 0;
let shown = {rows: [], view: null};

/** Whether the view can be answered from the stream: level 1 alone. */
export const fromStream = view => view.level === '1' && view.tier !== 'department' && view.tier !== 'commune';

/** What to ask of the monitor about a prefix. */
export const parameters = (view, prefix) => ({
    level: 'all',
    tier: view.tier,
    search: view.find,
    obligation: view.obligation,
    sort: view.worst,
    offset: view.agencies * PAGE,
    limit: PAGE,
    prefix,
});

/** Shows the table. */
export function render(state) {
    prepare(state);
    const wide = matchMedia('(min-width: 2200px)').matches;
    const both = wide && hasProvinces(state);
    const asMap = showsMap(state, wide) && !both;
    hidden(byId('map'), !both && !asMap);
    if (both || asMap) {
        // what draws the map is fetched when it is first seen
        import('./map.js').then(module => module.render(state));
    }
    byId('agencies-panel').classList.toggle('both', both);
    for (const id of ['agencies-tools', 'agencies-scroll', 'agencies-legend']) {
        hidden(byId(id), asMap);
    }
    controls(state, both);
    oneAgency(state);
    const rows = wanted(state);
    shown = {rows, view: state.view};
    const total = fromStream(state.view) ? (section(state, 'agencies') ? rows.length : null) : (state.asked.agencies.answer?.total ?? null);
    text(byId('agencies-note'), total == null ? '' : t('agencies.note', {n: total, shown: number(total)}));
    if (asMap) {
        hidden(byId('agencies-pager'), true);
        return;
    }
    header(state);
    body(state, rows, total);
    legend();
}

function prepare(state) {
    const table = byId('agencies-table');
    if (table.prepared) {
        return;
    }
    table.prepared = true;
    roving(table, 'tbody th, tbody td', inLines(CELLS));
    table.addEventListener('click', event => {
        const cell = event.target.closest('td, th');
        const row = event.target.closest('tbody tr');
        if (row && cell) {
            choose(shown.view, row.dataset.code, cell.dataset.obligation ?? null);
        }
    });
    byId('agencies-find').addEventListener('input', event => {
        clearTimeout(typing);
        typing = setTimeout(() => change({find: event.target.value || null, agencies: 0}), 150);
    });
    byId('agencies-find').value = state.view.find ?? '';
    byId('agencies-tier').addEventListener('change', event => {
        const value = event.target.value;
        change({tier: ['', 'all'].includes(value) ? null : value, level: ['all', 'department', 'commune'].includes(value) ? 'all' : '1', agencies: 0});
    });
    byId('agencies-csv').addEventListener('click', download);
}

function controls(state, both) {
    const {view} = state;
    const first = section(state, 'catalogue')?.agencies.length;
    const below = agencyCount(state) > (first ?? 0);
    const tiers = ['', 'ministry', 'central_agency', 'province', ...(below ? ['all', 'department', 'commune'] : [])];
    options(
        byId('agencies-tier'),
        tiers.map(value => ({value, name: t('tier.' + (value || 'level1'), {n: number(value ? agencyCount(state) : (first ?? null))})})),
        view.tier ?? (view.level === 'all' ? 'all' : ''),
    );
    choice(
        byId('agencies-worst'),
        ['share', 'count', 'oldest'].map(value => ({value, name: t('worst.' + value)})),
        view.worst,
        worst => change({worst, agencies: 0}),
    );
    const seg = byId('agencies-view');
    hidden(seg, both || !hasProvinces(state));
    choice(
        seg,
        ['table', 'map'].map(value => ({value, name: t('view.' + value)})),
        view.view,
        value => change({view: value}),
    );
    const field = byId('agencies-find');
    if (document.activeElement !== field && field.value !== (view.find ?? '')) {
        field.value = view.find ?? '';
    }
}

/** The rows that the view asks for, in order; where a person is in the table, in the order that was. */
function wanted(state) {
    const {view} = state;
    if (!fromStream(view)) {
        return answeredRows(state.asked.agencies.answer, language());
    }
    const rows = found(agencyRows(state, language()), view.tier, view.find);
    const sorted = worstFirst(rows, view.worst, view.obligation);
    const order = [view.worst, view.obligation, view.tier, view.find].join('\n');
    const table = byId('agencies-table');
    const still = held.order === order && held.codes.length === sorted.length && (table.matches(':hover') || table.contains(document.activeElement));
    if (still) {
        const places = new Map(held.codes.map((code, i) => [code, i]));
        return sorted.sort((a, b) => (places.get(a.code) ?? 1e9) - (places.get(b.code) ?? 1e9));
    }
    held = {order, codes: sorted.map(row => row.code)};
    return sorted;
}

function header(state) {
    const {view} = state;
    head(
        byId('agencies-head'),
        [
            {key: 'agency', name: t('agency'), left: true, sort: 'code', direction: 'ascending'},
            ...OBLIGATIONS.map(name => ({key: name, name: t('short.' + name), title: t('obligation.' + name + '.title')})),
            {key: 'all', name: t('agencies.all'), title: t('agencies.all.title'), sort: 'share'},
            {key: 'overdue', name: t('agencies.overdue'), title: t('agencies.overdue.title'), sort: 'count'},
            {key: 'oldest', name: t('agencies.oldest'), title: t('agencies.oldest.title'), sort: 'oldest'},
        ],
        view.worst,
        worst => change({worst, agencies: 0}),
    );
}

function body(state, rows, total) {
    const {view} = state;
    const table = byId('agencies-rows');
    keyed(
        table,
        rows,
        row => row.code,
        create,
        (node, row) => update(node, row, view),
    );
    oneStop(byId('agencies-table'), 'tbody th, tbody td');
    const asked = state.asked.agencies;
    const stream = fromStream(view);
    const none = byId('agencies-nothing');
    hidden(none, rows.length > 0);
    text(none, !stream && !asked.answer ? missing(asked) : stream && !section(state, 'agencies') ? t('agencies.unknown') : t('agencies.nothing'));
    const pages = byId('agencies-pager');
    hidden(pages, stream);
    if (!stream) {
        pager(pages, view.agencies, PAGE, total, page => change({agencies: page}));
    }
}

function create(row) {
    const name = el('th', {scope: 'row', tabindex: '-1'}, el('b'), ' ', el('span', {class: 'silent-mark'}), ' ', el('span'));
    const cells = [...OBLIGATIONS, null].map(obligation => el('td', {class: 'c', tabindex: '-1', 'data-obligation': obligation}, el('span')));
    return el('tr', {'data-code': row.code}, name, ...cells, ...[0, 1].map(() => el('td', {tabindex: '-1'})));
}

function update(node, row, view) {
    const [name, ...cells] = node.children;
    text(name.children[0], row.code);
    text(name.children[1], row.silent ? '■ ' + t('silent') : '');
    text(name.children[2], row.name);
    attribute(name, 'title', row.code + ' ' + row.name);
    attribute(node, 'class', view.agency === row.code ? 'chosen' : null);
    OBLIGATIONS.forEach((obligation, i) => cell(cells[i], row.of[obligation], view));
    cell(cells[4], row.all, view);
    text(cells[5], count(row.all.overdue));
    text(cells[6], oldest(row.all));
}

function cell(node, duties, view) {
    const step = heat(duties.missedShare, duties.decided);
    const few = known(duties.decided) && duties.decided < ENOUGH;
    const shownText =
        view.worst === 'count'
            ? count(duties.missed)
            : view.worst === 'oldest'
              ? oldest(duties)
              : duties.decided == null
                ? '◇'
                : few
                  ? t('few', {n: duties.decided})
                  : percent(duties.missedShare);
    const span = node.firstChild;
    text(span, shownText || '–');
    attribute(span, 'class', step == null ? 'few' : 'q' + step);
    attribute(
        node,
        'title',
        t('duties.cell', {
            onTime: count(duties.onTime),
            late: count(duties.late),
            overdue: count(duties.overdue),
            open: count(duties.open),
            oldest: oldest(duties),
            soon: count(duties.dueSoon),
        }),
    );
}

function legend() {
    const node = byId('agencies-legend');
    const steps = ['0', '0.5', '2', '5', '10', '20'];
    keyed(
        node,
        [{key: 'title'}, ...steps.map((from, i) => ({key: 'q' + i, from})), {key: 'few'}, {key: 'unknown'}],
        item => item.key,
        item =>
            item.key[0] === 'q'
                ? el('span', {}, el('i', {class: item.key}), el('span'))
                : item.key === 'few'
                  ? el('span', {}, el('i', {class: 'few'}), el('span'))
                  : el('span', {}, el('span')),
        (span, item) =>
            text(
                span.lastChild,
                item.key === 'title'
                    ? t('legend.title')
                    : item.key === 'few'
                      ? t('legend.few', {n: ENOUGH})
                      : item.key === 'unknown'
                        ? t('legend.unknown')
                        : item.from === '0'
                          ? t('legend.under', {n: number(0.5, 1)})
                          : t('legend.from', {n: number(Number(item.from), item.from.includes('.') ? 1 : 0)}),
            ),
    );
}

/** The agency that was chosen, in words: silent since when, what it owes. */
function oneAgency(state) {
    const node = byId('one-agency');
    const {agency, obligation} = state.view;
    const row = agency ? agencyRows(state, language()).find(each => each.code === agency) : null;
    hidden(node, !row);
    if (!row) {
        return;
    }
    if (!node.firstChild) {
        node.append(el('div', {}, el('b'), ' ', el('span')), el('div', {class: 'facts'}));
    }
    text(node.firstChild.firstChild, agency + ' ' + agencyName(state, agency, language()));
    text(
        node.firstChild.lastChild,
        row.silent === true
            ? '■ ' + t('agency.silent', {at: row.silentSince ? simulated(row.silentSince) : '◇'})
            : row.silent === false
              ? '● ' + t('agency.reports')
              : '◇ ' + t('agency.unknown'),
    );
    const lines = [null, ...OBLIGATIONS].filter(name => !obligation || name === obligation);
    keyed(
        node.lastChild,
        lines,
        name => name ?? 'all',
        () => el('span'),
        (line, name) => {
            const duties = name ? row.of[name] : row.all;
            text(
                line,
                t('agency.duties', {
                    obligation: t(name ? 'obligation.' + name : 'agencies.all'),
                    missed: count(duties.missed),
                    decided: count(duties.decided),
                    share: duties.decided < ENOUGH ? '◇' : percent(duties.missedShare),
                    overdue: count(duties.overdue),
                    oldest: oldest(duties),
                    soon: count(duties.dueSoon),
                }),
            );
        },
    );
}

function download() {
    const columns = ['agency', 'name', 'tier', ...OBLIGATIONS.flatMap(name => ['on_time', 'late', 'overdue', 'open'].map(part => name + '_' + part)), 'silent', 'oldest_s'];
    save(
        'docaxis-agencies.csv',
        columns,
        shown.rows.map(row => [
            row.code,
            row.name,
            row.tier,
            ...OBLIGATIONS.flatMap(name => [row.of[name].onTime, row.of[name].late, row.of[name].overdue, row.of[name].open]),
            row.silent,
            row.all.oldestS,
        ]),
    );
}
