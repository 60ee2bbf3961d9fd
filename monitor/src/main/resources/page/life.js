/** The life of a document's thread, from its records: what happened in which order, what became of each duty, and where the time went. Pure. */
import {seconds} from './format.js';

/** What fulfils which duty: statuses, beside an answering document. */
const FULFIL = {acknowledge: ['02', '03', '04', '05', '06'], respond: ['06'], answer_recall: ['15', '16']};

const code = status => String(status).padStart(2, '0');
const again = event => event.foreign || event.resent || event.duplicate;

/** All that happened, was due, or was concluded, in simulated time; what has none comes last, as it was written. */
export function timeline(history) {
    const items = [
        ...history.events.map((event, i) => ({key: 'e' + event.offset + '-' + i, kind: event.kind, at: event.occurred_at, wall: event.sent_at, event})),
        ...history.events
            .filter(event => event.kind === 'document' && event.signed_at && !again(event))
            .map(event => ({key: 's' + event.offset, kind: 'signed', at: event.signed_at, wall: null, event})),
        ...history.deadlines.filter(duty => duty.deadline).map((duty, i) => ({key: 'd' + i, kind: 'deadline', at: duty.deadline, wall: null, duty})),
        ...history.conclusions.map((conclusion, i) => ({
            key: 'c' + i,
            kind: 'conclusion',
            at: conclusion.announced_until ?? conclusion.watermark,
            wall: conclusion.written_at,
            conclusion,
        })),
    ];
    const order = {signed: 0, document: 1, status: 2, unreadable: 3, deadline: 4, conclusion: 5};
    return items.sort((a, b) => (seconds(a.at) ?? Infinity) - (seconds(b.at) ?? Infinity) || order[a.kind] - order[b.kind]);
}

/** How long the channel took: from when it happened to when it was delivered. */
export function channelS(event) {
    const [occurred, emitted] = [seconds(event.occurred_at), seconds(event.emitted_at)];
    return occurred == null || emitted == null ? null : emitted - occurred;
}

/**
 * Each duty of the thread, with what became of it, as far as the records tell.
 *
 * @returns `obligation`, `document`, `debtor`, `deadline`, `opened`, `done` and `voided` (events; null: not that is seen),
 *     `agencyS` (of the debtor, simulated), `channelS` (of what fulfilled it), `usS` (wall: until it was concluded, null where nothing was), `last` (conclusion)
 */
export function duties(history) {
    return history.deadlines.flatMap(duty =>
        (duty.debtors ?? []).map(debtor => {
            const opened = history.events.find(event => event.kind === 'document' && event.document === duty.document && !again(event)) ?? null;
            const asked =
                duty.obligation === 'answer_recall'
                    ? (history.events.find(event => event.kind === 'status' && event.document === duty.document && code(event.status) === '13' && !again(event)) ?? opened)
                    : opened;
            const done = duty.obligation === 'send' ? opened : fulfilment(history, duty, debtor);
            const voided = voiding(history, duty, debtor);
            const conclusions = history.conclusions.filter(each => each.obligation === duty.obligation && each.document === duty.document && each.debtor === debtor);
            const from = duty.obligation === 'send' ? opened?.signed_at : asked?.occurred_at;
            const us = conclusions.find(each => each.kind !== 'overdue');
            return {
                obligation: duty.obligation,
                document: duty.document,
                debtor,
                deadline: duty.deadline,
                opened: asked,
                done,
                from,
                voided: voided && !(done && (seconds(done.occurred_at) ?? 0) <= seconds(voided.occurred_at)) ? voided : null,
                agencyS: done ? gap(from, done.occurred_at) : null,
                channelS: done ? channelS(done) : null,
                usS: done && us ? gap(done.sent_at, us.written_at) : null,
                lateS: done && duty.deadline ? gap(duty.deadline, done.occurred_at) : null,
                last: conclusions[conclusions.length - 1] ?? null,
            };
        }),
    );
}

function gap(from, until) {
    const [start, end] = [seconds(from), seconds(until)];
    return start == null || end == null ? null : end - start;
}

function fulfilment(history, duty, debtor) {
    const fits = event =>
        !again(event) &&
        event.from === debtor &&
        ((event.kind === 'status' && event.document === duty.document && (FULFIL[duty.obligation] ?? []).includes(code(event.status))) ||
            (event.kind === 'document' && event.answers === duty.document && duty.obligation !== 'answer_recall'));
    return history.events.filter(fits).sort((a, b) => (seconds(a.occurred_at) ?? 0) - (seconds(b.occurred_at) ?? 0))[0] ?? null;
}

/** What ended the duty without fulfilling it: a refusal (of respond), or a recall that was agreed to, by the deadline. */
function voiding(history, duty, debtor) {
    const voids = {respond: ['02', '15'], acknowledge: ['15']}[duty.obligation] ?? [];
    return (
        history.events.find(
            event =>
                event.kind === 'status' &&
                !again(event) &&
                event.from === debtor &&
                event.document === duty.document &&
                voids.includes(code(event.status)) &&
                (seconds(event.occurred_at) ?? Infinity) <= (seconds(duty.deadline) ?? Infinity),
        ) ?? null
    );
}

/** The document's number from that of the thread and its place in it, as it is asked for: `H53.2023.T4711-0` names document 0. */
export function asked(name) {
    const found = /T(\d+)-(\d+)$/.exec(name ?? '');
    return found ? {thread: Number(found[1]), document: Number(found[2])} : {thread: /^\d+$/.test(name ?? '') ? Number(name) : null, document: null};
}
