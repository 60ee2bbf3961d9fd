/** Pieces that several panels show alike. */
import {attribute, el, keyed, text} from './dom.js';
import {count} from './format.js';
import {t} from './strings.js';

const SHAPES = {ok: '●', warn: '▲', bad: '■', none: '◇'};

/** Shows a state in shape, word and colour. */
export function mark(node, state, word) {
    const classes = 'state ' + state;
    if (node.className !== classes) {
        node.className = classes;
    }
    return text(node, SHAPES[state] + ' ' + word);
}

/** The word of a figure's state, with its shape. */
export const markWord = (node, state) => mark(node, state, t('state.' + state));

/** A row of buttons of which one is pressed. */
export function choice(node, options, chosen, onChoose) {
    keyed(
        node,
        options,
        option => option.value,
        option => {
            const button = el('button', {type: 'button'});
            button.addEventListener('click', () => onChoose(option.value));
            return button;
        },
        (button, option) => {
            text(button, option.name);
            attribute(button, 'aria-pressed', String(option.value === chosen));
            attribute(button, 'lang', option.lang);
        },
    );
}

/** A list to choose from. */
export function options(select, list, chosen) {
    keyed(
        select,
        list,
        option => option.value,
        option => el('option', {value: option.value}),
        (node, option) => text(node, option.name),
    );
    if (document.activeElement !== select && select.value !== chosen) {
        select.value = chosen;
    }
}

/** A header cell; with `sort` a button in it that sorts, in the one direction that makes sense there. */
export function head(row, columns, sorted, onSort) {
    keyed(
        row,
        columns,
        column => column.key,
        column => {
            const cell = el('th', {scope: 'col', class: column.left ? 'l' : null});
            if (column.sort) {
                const button = el('button', {type: 'button', class: 'sorter'});
                button.addEventListener('click', () => onSort(column.sort));
                cell.append(button);
            }
            return cell;
        },
        (cell, column) => {
            text(column.sort ? cell.firstChild : cell, column.name);
            attribute(cell, 'title', column.title);
            attribute(cell, 'aria-sort', column.sort ? (column.sort === sorted ? (column.direction ?? 'descending') : 'none') : null);
        },
    );
}

/** Before and after of a list that comes in pages. */
export function pager(node, page, size, total, onPage) {
    if (!node.firstChild) {
        const [before, says, after] = [el('button', {type: 'button'}), el('span', {class: 'soft'}), el('button', {type: 'button'})];
        before.addEventListener('click', () => node.turn(-1));
        after.addEventListener('click', () => node.turn(1));
        node.append(before, says, after);
    }
    node.turn = by => onPage(page + by);
    const [before, says, after] = node.children;
    text(before, t('pager.before'));
    text(after, t('pager.after'));
    attribute(before, 'disabled', page <= 0);
    attribute(after, 'disabled', (page + 1) * size >= (total ?? 0));
    text(says, t('pager.says', {from: Math.min(page * size + 1, total ?? 0), to: Math.min((page + 1) * size, total ?? 0), of: count(total ?? null)}));
}

/** The word of a missing answer: why, or that it is under way. */
export const missing = shown => (shown.problem ? t('asked.problem', {why: shown.problem}) : t('asked.loading'));

/** Has the browser save a table as CSV. */
export function save(name, columns, rows) {
    import('./csv.js').then(module => module.save(name, columns, rows));
}

/** Lines of text below the names of their columns, which are strings that begin with a prefix. */
export function fill(node, prefix, columns, lines) {
    keyed(
        node.querySelector('tr'),
        columns,
        name => name,
        () => el('th', {scope: 'col', class: 'l'}),
        (cell, name) => text(cell, t(prefix + name)),
    );
    keyed(
        node.querySelector('tbody'),
        lines,
        line => line.key,
        line => el('tr', {}, ...line.cells.map(() => el('td', {class: 'l'}))),
        (row, line) => line.cells.forEach((value, i) => text(row.children[i], value)),
    );
}
