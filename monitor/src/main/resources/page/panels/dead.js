/** Dead letters: how many by reason, and samples with the place of the fault. */
import {change} from '../actions.js';
import {section} from '../derive.js';
import {deadLetters} from '../store.js';
import {attribute, byId, el, hidden, keyed, text} from '../dom.js';
import {count, hexLines, number, wall} from '../format.js';
import {missing} from '../parts.js';
import {t} from '../strings.js';

export const REASONS = ['malformed', 'checksum', 'unknown_kind', 'no_receiver', 'stray'];

/** Shows the dead letters. */
export function render(state) {
    const run = section(state, 'run');
    const {reason} = state.view;
    const total = deadLetters(run);
    text(byId('dead-note'), total == null ? t('dead.unknown') : t('dead.note', {n: total, shown: count(total)}));
    keyed(byId('dead-reasons'), REASONS, name => name, create, (button, name) => {
        const n = run?.records ? run.records['dead_letter_' + name] ?? 0 : null;
        text(button.children[0], count(n));
        text(button.children[1], t('reason.' + name));
        attribute(button, 'aria-expanded', String(reason === name));
        attribute(button, 'title', t('reason.' + name + '.title'));
    });
    samples(state);
}

function create(name) {
    const button = el('button', {type: 'button', class: 'reason', 'aria-controls': 'dead-samples'}, el('b'), el('span'));
    button.addEventListener('click', () => change({reason: button.getAttribute('aria-expanded') === 'true' ? null : name}));
    return button;
}

function samples(state) {
    const node = byId('dead-samples');
    const {reason} = state.view;
    hidden(node, !reason);
    if (!reason) {
        return;
    }
    const asked = state.asked.dead;
    const list = asked.answer?.samples ?? [];
    const lines = list.length ? list : [{none: true}];
    keyed(node, lines, line => line.none ? 'none' : line.topic + line.partition + '-' + line.offset, line => line.none ? el('p', {class: 'soft'}) : sample(line),
        (shown, line) => line.none && text(shown, asked.answer ? (asked.answer.unknown ?? []).join('; ') || t('dead.none') : missing(asked)));
}

/** A sample never changes, so it is made once. */
function sample(line) {
    const at = line.fault?.at ?? null;
    return el('article', {class: 'sample'},
        el('h3', {}, t('dead.where', {topic: line.topic, partition: line.partition ?? '◇', offset: number(line.offset)}) + ' · ' + wall(Date.parse(line.written_at ?? ''), Date.now())),
        el('p', {}, (at == null ? '' : t('dead.at', {at}) + ' ') + (line.fault?.why ?? t('reason.' + line.reason + '.title'))),
        hex(line.value_hex, at),
        fields(line.fields ?? [], at));
}

/** Bytes, with the one at fault marked. */
export function hex(value, at = null) {
    const node = el('div', {class: 'hex', tabindex: '0', role: 'region', 'aria-label': t('hex')});
    for (const line of hexLines(value)) {
        const row = el('div', {}, el('span', {class: 'at'}, line.at.toString(16).padStart(4, '0') + '  '));
        line.bytes.forEach((byte, i) => {
            row.append(line.at + i === at ? el('mark', {class: 'fault'}, '[' + byte + ']') : byte, i === 7 ? '  ' : ' ');
        });
        node.append(row);
    }
    return node;
}

function fields(list, at) {
    if (list.length === 0) {
        return null;
    }
    const body = el('tbody');
    for (const field of list) {
        const faulty = at != null && at >= field.at && at < field.at + field.length;
        body.append(el('tr', {}, el('th', {scope: 'row'}, field.name), el('td', {}, String(field.at)), el('td', {}, String(field.length)),
            el('td', {class: 'l'}, field.value ?? '◇', faulty ? el('span', {class: 'flag'}, t('dead.here')) : null)));
    }
    return el('table', {}, el('thead', {}, el('tr', {}, ...['field', 'byte', 'length'].map(name => el('th', {scope: 'col'}, t('column.' + name))), el('th', {scope: 'col', class: 'l'}, t('column.value')))), body);
}
