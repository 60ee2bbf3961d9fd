/** Late documents: what is overdue, worst first; the number opens the document. */
import {change} from '../actions.js';
import {aboutPrefix, agencyName, OBLIGATIONS, section} from '../derive.js';
import {attribute, byId, el, hidden, inLines, keyed, oneStop, roving, text} from '../dom.js';
import {count, duration, simulated} from '../format.js';
import {head, mark, missing, options, pager, save} from '../parts.js';
import {ask} from '../api.js';
import {language, t} from '../strings.js';

/** Documents come in pages of so many. */
export const PAGE = 50;
/** As many as the monitor lists at once. */
const ALL = 10_000;
const KNOWN = {final: 'bad', confirmed: 'warn', provisional: 'none'};

let last = null;

/** Whether the stream has what the view asks for: the first page of all, worst first. */
export const fromStream = view => !view.agency && !view.obligation && !view.known && view.sort === 'overdue' && view.page === 0;

/** What to ask of the monitor about a prefix. */
export const parameters = (view, prefix, limit = PAGE, offset = view.page * PAGE) => ({
    agency: view.agency,
    obligation: view.obligation,
    known: view.known,
    sort: view.sort,
    offset,
    limit,
    prefix,
});

/** Shows the documents. */
export function render(state) {
    last = state;
    prepare();
    const {view} = state;
    const late = section(state, 'late');
    const stream = fromStream(view);
    const told = stream ? late : state.asked.late.answer;
    note(state, late, told, stream);
    filters(view);
    header(view);
    const duties = told?.duties ?? [];
    keyed(byId('duties-rows'), duties, duty => [duty.thread, duty.document, duty.receiver, duty.obligation].join('/'), create, update);
    oneStop(byId('duties-table'), '.number');
    hidden(byId('duties-nothing'), duties.length > 0);
    text(byId('duties-nothing'), told ? (told.overdue === 0 ? t('duties.none') : (told.problem ?? t('duties.unknown'))) : stream ? t('duties.unknown') : missing(state.asked.late));
    hidden(byId('duties-pager'), !(told?.overdue > PAGE));
    pager(byId('duties-pager'), view.page, PAGE, told?.overdue ?? null, page => change({page}));
}

function prepare() {
    const table = byId('duties-table');
    if (table.prepared) {
        return;
    }
    table.prepared = true;
    roving(table, '.number', inLines(1));
    table.addEventListener('click', event => {
        const row = event.target.closest('tbody tr');
        if (row && !String(getSelection())) {
            change({doc: row.dataset.number});
        }
    });
    byId('duties-obligation').addEventListener('change', event => change({obligation: event.target.value || null, page: 0}));
    byId('duties-known').addEventListener('change', event => change({known: event.target.value || null, page: 0}));
    byId('duties-csv').addEventListener('click', download);
}

function note(state, late, told, stream) {
    if (!told || told.overdue == null) {
        text(byId('duties-note'), late?.problem ?? '');
        return;
    }
    const parts = ['final', 'confirmed', 'provisional', 'uncertain']
        .filter(name => name !== 'uncertain' || told[name] > 0)
        .map(name => count(told[name]) + ' ' + t('known.' + name));
    const doubtful = told.clock_doubtful > 0 ? ' · ' + t('duties.doubtful', {n: count(told.clock_doubtful)}) : '';
    text(byId('duties-note'), t(stream ? 'duties.note' : 'duties.note_filtered', {n: count(told.overdue), parts: parts.join(' · '), all: count(late?.overdue ?? null)}) + doubtful);
}

function filters(view) {
    options(
        byId('duties-obligation'),
        [{value: '', name: t('filter.any_obligation')}, ...OBLIGATIONS.map(value => ({value, name: t('obligation.' + value)}))],
        view.obligation ?? '',
    );
    options(byId('duties-known'), [{value: '', name: t('filter.any_known')}, ...Object.keys(KNOWN).map(value => ({value, name: t('known.' + value)}))], view.known ?? '');
}

function header(view) {
    head(
        byId('duties-head'),
        [
            {key: 'document', name: t('document'), left: true},
            {key: 'late', name: t('duties.late'), left: true, sort: 'agency', direction: 'ascending', title: t('duties.late.title')},
            {key: 'duty', name: t('duties.duty'), left: true, sort: 'obligation', direction: 'ascending'},
            {key: 'asker', name: t('duties.asker'), left: true, title: t('duties.asker.title')},
            {key: 'due', name: t('duties.due'), left: true, sort: 'deadline', direction: 'ascending'},
            {key: 'overdue', name: t('duties.overdue'), sort: 'overdue'},
            {key: 'known', name: t('duties.known'), left: true},
        ],
        view.sort,
        sort => change({sort, page: 0}),
    );
}

function create() {
    return el(
        'tr',
        {},
        el('th', {scope: 'row'}, el('button', {type: 'button', class: 'number', 'aria-haspopup': 'dialog'}), ' ', el('span', {class: 'soft'})),
        el('td', {class: 'l cut'}, el('b'), ' ', el('span')),
        el('td', {class: 'l'}),
        el('td', {class: 'l cut'}),
        el('td', {class: 'l'}),
        el('td'),
        el('td', {class: 'l wrap'}, el('span'), ' ', el('span', {class: 'soft'})),
    );
}

function update(row, duty) {
    const cells = row.children;
    const named = code => (code ? (code + ' ' + agencyName(last, code, language())).trim() : '–');
    attribute(row, 'data-number', duty.document_number ?? String(duty.thread));
    text(cells[0].children[0], duty.document_number ?? String(duty.thread));
    text(cells[0].children[1], [duty.type, duty.urgency && duty.urgency !== 'normal' ? t('urgency.' + duty.urgency) : null].filter(Boolean).join(' · '));
    text(cells[1].children[0], duty.agency);
    text(cells[1].children[1], agencyName(last, duty.agency, language()));
    text(cells[2], t('obligation.' + duty.obligation));
    text(cells[3], named(duty.asker));
    text(cells[4], simulated(duty.deadline));
    text(cells[5], duration(duty.overdue_s));
    mark(cells[6].children[0], KNOWN[duty.known] ?? 'none', t('known.' + (duty.known ?? 'uncertain')));
    text(cells[6].children[1], duty.clock_doubtful ? t('duties.clock') : duty.known === 'provisional' ? t('duties.partition', {partition: duty.partition ?? '◇'}) : '');
}

async function download() {
    const columns = [
        'document_number',
        'agency',
        'obligation',
        'asker',
        'receiver',
        'deadline',
        'overdue_s',
        'known',
        'clock_doubtful',
        'type',
        'urgency',
        'thread',
        'document',
        'partition',
        'offset',
    ];
    const answer = await ask('late', parameters(last.view, aboutPrefix(last), ALL, 0)).catch(() => null);
    const duties = answer?.duties ?? (fromStream(last.view) ? section(last, 'late') : last.asked.late.answer)?.duties ?? [];
    save(
        'docaxis-late.csv',
        columns,
        duties.map(duty => columns.map(name => duty[name])),
    );
}
