/** One document: the whole life of its thread with both clocks, where the time went, and the records themselves. */
import {change} from '../actions.js';
import {agencyName, section} from '../derive.js';
import {byId, el} from '../dom.js';
import {duration, known, number, seconds, simulated, UNKNOWN, wall} from '../format.js';
import {asked, channelS, duties, timeline} from '../life.js';
import {missing} from '../parts.js';
import {language, t} from '../strings.js';
import {hex} from './samples.js';

/** So many bars of where the time went, worst first. */
const BARS = 24;

let shown = null;
let opener = null;

/** Opens, fills or closes the dialog, as the view has it. */
export function render(state) {
    const dialog = byId('document');
    prepare(dialog);
    const {doc} = state.view;
    if (!doc) {
        if (dialog.open) {
            dialog.close();
        }
        shown = null;
        return;
    }
    if (!dialog.open) {
        opener = document.activeElement;
        dialog.showModal();
    }
    const asking = state.asked.document;
    const key = [doc, asking.loading, asking.problem, asking.atMs, document.documentElement.lang].join('\n');
    if (key !== shown) {
        shown = key;
        fill(dialog, doc, asking, state);
    }
}

function prepare(dialog) {
    if (dialog.prepared) {
        return;
    }
    dialog.prepared = true;
    dialog.addEventListener('close', () => {
        change({doc: null});
        if (opener?.isConnected) {
            opener.focus();
        }
    });
    dialog.addEventListener('click', event => event.target === dialog && dialog.close());
}

function fill(dialog, doc, asking, state) {
    const close = el('button', {type: 'button'}, t('close'));
    close.addEventListener('click', () => dialog.close());
    const again = el('button', {type: 'button'}, t('document.again'));
    again.addEventListener('click', () => state.asked.againDocument());
    const body = el('div', {class: 'dialog-body'});
    const answer = asking.answer;
    if (!answer) {
        body.append(el('p', {role: 'status'}, missing(asking)));
    } else {
        const names = code => (code ? (code + ' ' + agencyName(state, code, language())).trim() : UNKNOWN);
        body.append(story(answer, doc, names, state), where(answer, names, seconds(section(state, 'run')?.watermark)), life(answer, names, state), records(answer));
    }
    const focused = dialog.contains(document.activeElement) && document.activeElement !== dialog;
    dialog.replaceChildren(
        el(
            'div',
            {class: 'dialog-head'},
            el('h2', {id: 'document-title'}, t('document.title', {number: doc})),
            el('small', {}, answer ? t('document.thread', {thread: number(answer.thread), partition: answer.partition, n: answer.events.length}) : ''),
            el('span', {class: 'grow'}),
            again,
            close,
        ),
        body,
    );
    if (focused || document.activeElement === dialog || document.activeElement === document.body) {
        close.focus();
    }
}

/** What happened, in sentences. */
function story(history, doc, names, state) {
    const node = el('section', {class: 'story', 'aria-label': t('document.story')});
    const wanted = asked(doc).document;
    const first =
        history.events.find(event => event.kind === 'document' && (wanted == null || event.document === wanted) && !event.duplicate && !event.resent && !event.foreign) ??
        history.events.find(event => event.kind === 'document');
    if (first) {
        node.append(el('p', {}, t('story.sent', {from: names(first.from), to: receivers(first, names), at: simulated(first.occurred_at), type: first.type ?? UNKNOWN})));
    }
    const of = duties(history).filter(duty => !first || duty.document === first.document);
    worstFirst(of)
        .slice(0, 6)
        .forEach(duty => node.append(el('p', {}, sentence(duty, names, state))));
    if (of.length > 6) {
        node.append(el('p', {class: 'soft'}, t('story.more', {n: of.length - 6})));
    }
    (history.unknown ?? []).forEach(unknown => node.append(el('p', {class: 'soft'}, '◇ ' + unknown)));
    return node;
}

/** What is owed, then what was late, then the rest. */
function worstFirst(list) {
    const weight = duty => (duty.voided ? 3 : duty.done ? (duty.lateS > 0 ? 1 : 2) : 0);
    return [...list].sort((a, b) => weight(a) - weight(b));
}

function receivers(event, names) {
    const to = event.to ?? [];
    return to.length > 3 ? t('story.receivers', {first: names(to[0]), n: to.length - 1}) : to.map(names).join(', ') || UNKNOWN;
}

function sentence(duty, names, state) {
    const facts = {
        debtor: names(duty.debtor),
        obligation: t('obligation.' + duty.obligation),
        deadline: duty.deadline ? simulated(duty.deadline) : UNKNOWN,
        at: duty.done ? simulated(duty.done.occurred_at) : '',
        late: duration(duty.lateS),
    };
    if (duty.voided) {
        return '○ ' + t('story.voided', {...facts, at: simulated(duty.voided.occurred_at), status: t('status.' + String(duty.voided.status).padStart(2, '0'))});
    }
    if (duty.done) {
        return (duty.lateS > 0 ? '▲ ' : '● ') + t(duty.lateS > 0 ? 'story.late' : 'story.kept', facts);
    }
    const last = duty.last;
    if (last?.kind === 'overdue') {
        const now = seconds(section(state, 'run')?.watermark);
        const since = seconds(duty.deadline);
        return '■ ' + t('story.overdue', {...facts, for: now != null && since != null ? duration(now - since) : UNKNOWN});
    }
    return last ? '○ ' + t('story.concluded', {...facts, kind: t('conclusion.' + last.kind)}) : '○ ' + t('story.open', facts);
}

/** Where the time went: the agency, the channel (both simulated), and us (wall clock). */
function where(history, names, now) {
    const list = worstFirst(duties(history).filter(duty => duty.from));
    const node = el(
        'section',
        {},
        el('h3', {}, t('where.title'), ' ', el('button', {type: 'button', class: 'why', 'data-explain': 'where', 'aria-label': t('explain.open', {what: t('explain.where')})})),
    );
    if (list.length === 0) {
        node.append(el('p', {class: 'soft'}, t('where.nothing')));
        return node;
    }
    const waited = duty => (duty.done || duty.voided || now == null ? null : Math.max(0, now - seconds(duty.from)));
    const end = Math.max(
        ...list.map(duty => (duty.agencyS ?? waited(duty) ?? 0) + Math.max(0, duty.channelS ?? 0)),
        ...list.map(duty => (seconds(duty.deadline) ?? 0) - (seconds(duty.from) ?? 0)),
        1,
    );
    const grid = el('div', {class: 'went'});
    list.slice(0, BARS).forEach(duty =>
        grid.append(
            el('span', {}, names(duty.debtor) + ' · ' + t('obligation.' + duty.obligation)),
            bar(duty, end, waited(duty)),
            el('span', {class: 'soft'}, went(duty, waited(duty))),
        ),
    );
    node.append(
        el(
            'div',
            {class: 'legend went-key'},
            el('span', {}, el('i', {class: 'agency'}), t('where.agency')),
            el('span', {}, el('i', {class: 'late'}), t('where.late')),
            el('span', {}, el('i', {class: 'waiting'}), t('where.waiting')),
            el('span', {}, el('i', {class: 'channel'}), t('where.channel')),
            el('span', {}, t('where.due')),
        ),
        grid,
        list.length > BARS ? el('p', {class: 'soft'}, t('where.more', {n: list.length - BARS})) : '',
    );
    return node;
}

const went = (duty, waitedS) =>
    duty.voided
        ? t('where.voided')
        : duty.done
          ? t(duty.usS == null && known(duty.lateS) && duty.lateS <= 0 ? 'where.went_kept' : 'where.went', {
                agency: duration(duty.agencyS),
                channel: duration(duty.channelS),
                us: duration(duty.usS),
            })
          : t('where.not_yet', {s: duration(waitedS)});

function bar(duty, end, waitedS) {
    const track = el('div', {class: 'track', role: 'img', 'aria-label': went(duty, waitedS)});
    const part = (kind, from, until) => {
        const node = el('i', {class: kind});
        node.style.left = (100 * from) / end + '%';
        node.style.width = (100 * Math.max(0, until - from)) / end + '%';
        track.append(node);
    };
    const due = duty.deadline ? seconds(duty.deadline) - seconds(duty.from) : Infinity;
    if (duty.done && known(duty.agencyS)) {
        part('agency', 0, Math.min(duty.agencyS, Math.max(0, due)));
        if (duty.agencyS > due) {
            part('late', Math.max(0, due), duty.agencyS);
        }
        part('channel', duty.agencyS, duty.agencyS + Math.max(0, duty.channelS ?? 0));
    } else if (waitedS != null) {
        part('agency', 0, Math.min(waitedS, Math.max(0, due)));
        if (waitedS > due) {
            part('waiting', Math.max(0, due), waitedS);
        }
    }
    if (due >= 0 && due < Infinity) {
        const node = el('span', {class: 'due', title: t('where.due')});
        node.style.left = 'min(' + (100 * due) / end + '%, calc(100% - 3px))';
        track.append(node);
    }
    return track;
}

const DOTS = {signed: '✎', document: '●', status: '○', unreadable: '■', deadline: '◆', conclusion: '▲'};

function life(history, names, state) {
    const list = el(
        'ol',
        {class: 'timeline'},
        el('li', {class: 'columns', 'aria-hidden': 'true'}, el('span', {}, t('life.simulated')), el('span', {}, t('life.wall')), el('span'), el('span', {}, t('life.what'))),
    );
    for (const item of timeline(history)) {
        const [what, more] = told(item, names);
        list.append(
            el(
                'li',
                {},
                el('span', {}, simulated(item.at)),
                el('span', {class: 'soft', title: item.wall}, item.wall ? wall(Date.parse(item.wall), state.serverMs) : '–'),
                el('span', {class: 'dot' + (item.kind === 'conclusion' && item.conclusion.kind === 'overdue' ? ' bad' : ''), 'aria-hidden': 'true'}, DOTS[item.kind] ?? '○'),
                el('span', {class: 'what'}, el('b', {}, what), ' ', el('span', {class: 'soft'}, more)),
            ),
        );
    }
    return el('section', {}, el('h3', {}, t('life.title')), list);
}

/** What an item of the timeline says: the thing, and what is worth knowing of it. */
function told(item, names) {
    const {event, duty, conclusion} = item;
    if (item.kind === 'deadline') {
        return [
            t('life.deadline', {obligation: t('obligation.' + duty.obligation)}),
            t('life.of', {
                who: duty.debtors.length > 3 ? t('story.receivers', {first: names(duty.debtors[0]), n: duty.debtors.length - 1}) : duty.debtors.map(names).join(', '),
                document: duty.document,
            }),
        ];
    }
    if (item.kind === 'conclusion') {
        return [
            t('life.concluded', {kind: t('conclusion.' + conclusion.kind), obligation: t('obligation.' + conclusion.obligation)}),
            [
                names(conclusion.debtor),
                conclusion.late_by_s != null ? t('life.late_by', {s: duration(conclusion.late_by_s)}) : null,
                conclusion.instead ? t('life.instead', {what: t('outcome.' + conclusion.instead)}) : null,
                t('life.revision', {n: conclusion.revision}),
            ]
                .filter(Boolean)
                .join(' · '),
        ];
    }
    if (item.kind === 'signed') {
        return [t('life.signed'), names(event.from)];
    }
    const notes = [
        t('life.channel', {s: duration(channelS(event))}),
        event.duplicate ? t('life.duplicate') : null,
        event.resent ? t('life.resent') : null,
        event.foreign ? t('life.foreign') : null,
        event.missing_before > 0 ? t('life.missing', {n: event.missing_before}) : null,
        t('life.record', {offset: number(event.offset)}),
    ].filter(Boolean);
    const way = names(event.from) + ' → ' + receivers(event, names);
    if (item.kind === 'document') {
        const business = event.business && event.business !== 'new' ? t('business.' + event.business) + ' ' : '';
        return [
            event.answers != null ? t('life.answer', {document: event.answers}) : business + t('life.document', {type: event.type ?? UNKNOWN, document: event.document}),
            [way, event.due_on ? t('life.due_on', {day: event.due_on}) : null, ...notes].filter(Boolean).join(' · '),
        ];
    }
    if (item.kind === 'status') {
        return [t('status.' + String(event.status).padStart(2, '0'), {}, String(event.status)), [way, ...notes].join(' · ')];
    }
    return [t('life.unreadable'), [event.reason, ...notes].filter(Boolean).join(' · ')];
}

/** The records as they lie in the log: decoded, and as bytes. */
function records(history) {
    const node = el(
        'section',
        {},
        el('h3', {}, t('records.title')),
        el(
            'p',
            {class: 'soft'},
            t('records.read', {
                n: number(history.read?.records),
                from: number(history.read?.from_offset),
                until: number(history.read?.until_offset),
                partition: history.partition,
            }),
        ),
    );
    for (const event of history.events) {
        const {key_hex: key, value_hex: value, ...decoded} = event;
        const record = el(
            'details',
            {class: 'record'},
            el(
                'summary',
                {},
                t('records.one', {
                    partition: history.partition,
                    offset: number(event.offset),
                    kind: t('kind.' + event.kind),
                    source: event.source ?? UNKNOWN,
                    sequence: event.sequence == null ? UNKNOWN : number(event.sequence),
                }),
            ),
        );
        record.addEventListener('toggle', () => {
            if (record.open && record.children.length === 1) {
                record.append(
                    el('h4', {}, t('records.decoded')),
                    el('pre', {}, JSON.stringify(decoded, null, 1)),
                    el('h4', {}, t('records.key')),
                    hex(key),
                    el('h4', {}, t('records.value')),
                    hex(value),
                );
            }
        });
        node.append(record);
    }
    return node;
}
