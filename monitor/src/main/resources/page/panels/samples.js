/** Samples of dead letters: the record's bytes and fields, with the place of the fault. */
import {byId, el, keyed, text} from '../dom.js';
import {hexLines, number, wall} from '../format.js';
import {missing} from '../parts.js';
import {t} from '../strings.js';

/** Shows the samples of the reason that is chosen. */
export function render(state) {
    const node = byId('dead-samples');
    const asked = state.asked.dead;
    const list = asked.answer?.samples ?? [];
    const lines = list.length ? list : [{none: true}];
    keyed(
        node,
        lines,
        line => (line.none ? 'none' : line.topic + line.partition + '-' + line.offset),
        line => (line.none ? el('p', {class: 'soft'}) : sample(line)),
        (shown, line) => line.none && text(shown, asked.answer ? (asked.answer.unknown ?? []).join('; ') || t('dead.none') : missing(asked)),
    );
}

/** A sample never changes, so it is made once. */
function sample(line) {
    const at = line.fault?.at ?? null;
    return el(
        'article',
        {class: 'sample'},
        el(
            'h3',
            {},
            t('dead.where', {topic: line.topic, partition: line.partition ?? '◇', offset: number(line.offset)}) + ' · ' + wall(Date.parse(line.written_at ?? ''), Date.now()),
        ),
        el('p', {}, (at == null ? '' : t('dead.at', {at}) + ' ') + (line.fault?.why ?? t('reason.' + line.reason + '.title'))),
        hex(line.value_hex, at),
        fields(line.fields ?? [], at),
    );
}

/** Bytes, with the one at fault marked. */
export function hex(value, at = null) {
    const node = el('div', {class: 'hex', tabindex: '0', role: 'group', 'aria-label': t('hex')});
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
        body.append(
            el(
                'tr',
                {},
                el('th', {scope: 'row'}, field.name),
                el('td', {}, String(field.at)),
                el('td', {}, String(field.length)),
                el('td', {class: 'l'}, field.value ?? '◇', faulty ? el('span', {class: 'flag'}, t('dead.here')) : null),
            ),
        );
    }
    return el(
        'table',
        {},
        el(
            'thead',
            {},
            el('tr', {}, ...['field', 'byte', 'length'].map(name => el('th', {scope: 'col'}, t('column.' + name))), el('th', {scope: 'col', class: 'l'}, t('column.value'))),
        ),
        body,
    );
}
