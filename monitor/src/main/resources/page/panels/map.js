/** The 63 provinces of 2023 as tiles, ministries above: on-time share as figure and shade. */
import {choose} from '../actions.js';
import {agencyRows, ENOUGH, heat, worstFirst} from '../derive.js';
import {attribute, byId, el, keyed, oneStop, roving, text} from '../dom.js';
import {count, known, number, oldest, percent, simulated} from '../format.js';
import {PROVINCES} from '../provinces.js';
import {language, t} from '../strings.js';

const PLACES = new Map(PROVINCES.map(([code, column, row, name]) => [code, {column, row, name}]));

let looked = null;
let lastState = null;

/** Shows the map. */
export function render(state) {
    lastState = state;
    const node = byId('map');
    prepare(node);
    const {obligation} = state.view;
    text(byId('map-title'), t('map.title') + ' · ' + (obligation ? t('map.of', {obligation: t('obligation.' + obligation)}) : t('map.all')));
    const rows = agencyRows(state, language());
    tiles(
        byId('map-ministries'),
        rows.filter(row => !PLACES.has(row.code)),
        state,
    );
    tiles(
        byId('map-provinces'),
        rows.filter(row => PLACES.has(row.code)),
        state,
    );
    side(state, rows);
}

function prepare(node) {
    if (node.prepared) {
        return;
    }
    node.prepared = true;
    roving(byId('map-ministries'), '.tile', (all, now, key) => all[{ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: all.length - 1}[key]]);
    roving(byId('map-provinces'), '.tile', nearest);
    node.addEventListener('click', event => {
        const tile = event.target.closest('[data-code]');
        if (tile) {
            choose(lastState.view, tile.dataset.code, lastState.view.obligation);
        }
    });
    for (const kind of ['pointerover', 'focusin']) {
        node.addEventListener(kind, event => {
            const code = event.target.closest('.tile')?.dataset.code;
            if (code && code !== looked) {
                looked = code;
                render(lastState);
            }
        });
    }
}

/** The nearest tile in the direction of an arrow key. */
function nearest(all, now, key) {
    if (key === 'Home' || key === 'End') {
        return all[key === 'Home' ? 0 : all.length - 1];
    }
    const [across, down] = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]}[key] ?? [0, 0];
    const from = PLACES.get(all[now].dataset.code);
    const far = tile => {
        const to = PLACES.get(tile.dataset.code);
        const ahead = (to.column - from.column) * across + (to.row - from.row) * down;
        const aside = Math.abs((to.column - from.column) * down) + Math.abs((to.row - from.row) * across);
        return ahead > 0 && (across || down) ? ahead + 3 * aside : Infinity;
    };
    const best = all.reduce((one, tile) => (far(tile) < far(one) ? tile : one), all[now]);
    return far(best) < Infinity ? best : undefined;
}

function tiles(parent, rows, state) {
    const {agency, obligation} = state.view;
    const places = [...rows].sort((a, b) => place(a) - place(b));
    keyed(
        parent,
        places,
        row => row.code,
        create,
        (node, row) => {
            const duties = obligation ? row.of[obligation] : row.all;
            const step = heat(duties.missedShare, duties.decided);
            text(node.children[0], step == null ? '' : number(Math.floor(100 * (1 - duties.missedShare))));
            text(node.children[1], row.code);
            attribute(node, 'class', ['tile', step == null ? 'few' : 'q' + step, row.silent ? 'silent' : '', row.code === agency ? 'chosen' : ''].filter(Boolean).join(' '));
            attribute(node, 'aria-pressed', String(row.code === agency));
            attribute(node, 'aria-label', said(row, duties));
            attribute(node, 'title', said(row, duties));
        },
    );
    oneStop(parent, '.tile');
}

const place = row => (PLACES.get(row.code)?.row ?? 0) * 100 + (PLACES.get(row.code)?.column ?? 0);

function create(row) {
    const node = el('button', {type: 'button', class: 'tile', 'data-code': row.code, tabindex: '-1'}, el('span'), el('small'));
    const at = PLACES.get(row.code);
    if (at) {
        node.style.gridColumn = String(at.column + 1);
        node.style.gridRow = String(at.row + 1);
    }
    return node;
}

function said(row, duties) {
    const share = !known(duties.decided) ? t('unknown') : duties.decided < ENOUGH ? t('map.few', {n: duties.decided}) : t('map.share', {share: percent(1 - duties.missedShare)});
    return row.code + ' ' + row.name + ': ' + share + (row.silent ? ' · ' + t('silent') : '');
}

function side(state, rows) {
    const node = byId('map-side');
    if (!node.firstChild) {
        node.append(el('div', {class: 'card'}, el('h4'), el('p'), el('p', {class: 'soft'})), el('div', {class: 'key'}), el('div', {class: 'worst'}, el('h4'), el('div')));
    }
    const {view} = state;
    const of = row => (view.obligation ? row.of[view.obligation] : row.all);
    card(node.children[0], rows.find(row => row.code === looked) ?? rows.find(row => row.code === view.agency), of);
    key(node.children[1]);
    text(node.children[2].firstChild, t('map.worst'));
    keyed(
        node.children[2].lastChild,
        worstFirst(rows, 'share', view.obligation).slice(0, 12),
        row => row.code,
        row => el('button', {type: 'button', 'data-code': row.code}, el('b'), el('span', {class: 'n'}), el('span')),
        (button, row) => {
            text(button.children[0], row.code);
            text(button.children[1], row.name + (row.silent ? ' ■ ' + t('silent') : ''));
            text(button.children[2], of(row).decided < ENOUGH || of(row).missedShare == null ? '◇' : percent(1 - of(row).missedShare));
        },
    );
}

function card(node, row, of) {
    text(node.children[0], row ? row.code + ' ' + row.name : t('map.point'));
    if (!row) {
        text(node.children[1], '');
        text(node.children[2], t('map.point.how'));
        return;
    }
    const duties = of(row);
    text(
        node.children[1],
        (row.silent ? '■ ' + t('agency.silent', {at: row.silentSince ? simulated(row.silentSince) : '◇'}) + ' · ' : '') +
            t('map.card', {
                share: duties.decided < ENOUGH || duties.missedShare == null ? '◇' : percent(1 - duties.missedShare),
                onTime: count(duties.onTime),
                decided: count(duties.decided),
            }),
    );
    text(node.children[2], t('map.card.more', {late: count(duties.late), overdue: count(duties.overdue), oldest: oldest(duties), soon: count(duties.dueSoon)}));
}

function key(node) {
    const steps = [
        ['q0', 'map.key.0'],
        ['q1', 'map.key.1'],
        ['q2', 'map.key.2'],
        ['q3', 'map.key.3'],
        ['q4', 'map.key.4'],
        ['q5', 'map.key.5'],
        ['few', 'map.key.few'],
        ['tile silent', 'map.key.silent'],
    ];
    keyed(
        node,
        steps,
        step => step[0],
        step => el('span', {}, el('i', {class: step[0].replace('tile ', '')}), el('span')),
        (span, step) => {
            text(span.lastChild, t(step[1]));
            if (step[0] === 'tile silent') {
                span.firstChild.style.border = '2px solid var(--bad)';
            }
        },
    );
}
