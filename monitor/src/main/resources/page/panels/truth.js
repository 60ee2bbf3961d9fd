/** Simulated runs alone: what was planted, above what was detected, and how long that took. */
import {agencyName, section} from '../derive.js';
import {attribute, byId, el, hidden, keyed, text} from '../dom.js';
import {count, duration, known, seconds, simulated} from '../format.js';
import {fill} from '../parts.js';
import {language, t} from '../strings.js';

/** What of the tally answers to what was planted; where there is none, the tally cannot tell. */
const ANSWERS = {
    duplicate: 'duplicate',
    delay: 'delayed',
    corrupt: 'dead_letters',
    garbage: 'dead_letters',
    unknown_kind: 'dead_letter_unknown_kind',
    no_receiver: 'dead_letter_no_receiver',
    repeated_status: 'repeated',
    status_before_document: 'status_before_document',
    unknown_sender: 'rejected_unknown_sender',
    unknown_agency: 'rejected_unknown_agency',
    unknown_receiver: 'receiver_unknown',
    orphan_answer: 'answer_unmatched',
    orphan_status: 'unmatched',
    drop: 'missing',
};

/** Shows truth and detection. */
export function render(state) {
    const truth = section(state, 'truth');
    const root = byId('truth-body');
    text(byId('truth-note'), truth ? t('truth.note') : '');
    if (!root.firstChild) {
        root.append(
            el('p', {class: 'soft'}),
            el('div', {class: 'lanes'}),
            el('p', {class: 'strong'}),
            el('p'),
            el('div', {class: 'scroll', tabindex: '0', role: 'region'}, table('truth-windows')),
            el('div', {class: 'scroll', tabindex: '0', role: 'region'}, table('truth-traces')),
        );
    }
    const [none, lanes, result, proof, windows, traces] = root.children;
    attribute(windows, 'aria-label', t('truth.windows'));
    attribute(traces, 'aria-label', t('truth.traces'));
    hidden(none, Boolean(truth));
    text(none, t('truth.none'));
    for (const node of [lanes, result, windows, traces]) {
        hidden(node, !truth);
    }
    if (truth) {
        drawLanes(lanes, truth, state);
        const verdict = section(state, 'run')?.verdict;
        text(result, summary(truth));
        hidden(proof, !verdict);
        text(proof, verdict ? t('truth.verdict', {verdict: t('verdict.' + verdict.verdict), why: verdict.text}) : '');
        windowTable(windows.firstChild, truth, state);
        traceTable(traces, truth);
    }
}

const table = id => el('table', {id}, el('thead', {}, el('tr')), el('tbody'));

/** When a planted window was first noticed. */
function seenOf(truth, index) {
    const silences = truth.silences.filter(silence => silence.window === index).map(silence => silence.seen_at);
    const days = truth.clocks
        .filter(clock => clock.window === index)
        .map(clock => clock.days[0])
        .filter(Boolean);
    return [...silences, ...days].sort((a, b) => (seconds(a) ?? 0) - (seconds(b) ?? 0))[0] ?? null;
}

function summary(truth) {
    const noticed = truth.windows.filter((window, i) => seenOf(truth, i)).length;
    return t('truth.summary', {n: truth.windows.length, seen: noticed, false: truth.false_alarms ?? '◇', missed: truth.missed ?? '◇'});
}

function drawLanes(node, truth, state) {
    const [from, until] = [seconds(truth.starts_at), seconds(truth.ends_at)];
    const kinds = [...new Set(truth.windows.map(window => window.kind))];
    const lanes = [
        ...kinds.map(kind => ({
            key: kind,
            name: t('truth.planted.' + kind),
            bars: truth.windows.filter(window => window.kind === kind).map(window => ({from: window.from, until: window.until, kind, said: said(window, state)})),
        })),
        {
            key: 'seen',
            name: t('truth.detected'),
            bars: [
                ...truth.silences.map(silence => ({
                    from: silence.seen_at ?? silence.from,
                    until: silence.until ?? truth.watermark,
                    kind: silence.window == null ? 'false' : 'seen',
                    said: t('truth.seen_bar', {agency: silence.agency, from: simulated(silence.from), at: simulated(silence.seen_at)}),
                })),
                ...truth.clocks.flatMap(clock =>
                    clock.days.map(day => ({
                        from: day + 'T00:00:00+07:00',
                        until: day + 'T23:59:59+07:00',
                        kind: clock.window == null ? 'false' : 'seen',
                        said: clock.agency + ' ' + day,
                    })),
                ),
            ],
        },
    ];
    const place = iso => 100 * Math.min(1, Math.max(0, ((seconds(iso) ?? until) - from) / (until - from)));
    keyed(
        node,
        known(from) && known(until) ? lanes : [],
        lane => lane.key,
        () => el('div', {class: 'lane'}, el('span', {class: 'soft'}), el('div', {class: 'track', role: 'img'})),
        (line, lane) => {
            text(line.firstChild, lane.name);
            attribute(line.lastChild, 'aria-label', lane.name + ': ' + (lane.bars.map(bar => bar.said).join('; ') || '–'));
            const bars = [...lane.bars.map((bar, i) => ({...bar, key: i + ' ' + bar.from})), ...(truth.watermark ? [{key: 'now', now: true}] : [])];
            keyed(
                line.lastChild,
                bars,
                bar => bar.key,
                bar => el('i', {class: bar.now ? 'now' : bar.kind}),
                (shown, bar) => {
                    shown.style.left = place(bar.now ? truth.watermark : bar.from) + '%';
                    if (!bar.now) {
                        shown.style.width = Math.max(0.2, place(bar.until) - place(bar.from)) + '%';
                        attribute(shown, 'title', bar.said);
                    }
                },
            );
        },
    );
}

const who = (window, state) =>
    window.agency
        ? (window.agency + ' ' + agencyName(state, window.agency, language())).trim()
        : window.tier
          ? t('tier.' + window.tier)
          : window.source != null
            ? t('truth.source', {source: window.source})
            : t('truth.everybody');

/** A day, if it is one to the minute; else with the time. */
const short = iso => simulated(iso, false).replace(' 00:00', '');

const said = (window, state) => who(window, state) + ', ' + simulated(window.from) + ' – ' + simulated(window.until);

function windowTable(node, truth, state) {
    fill(
        node,
        'truth.column.',
        ['window', 'who', 'when', 'noticed'],
        truth.windows.map((window, i) => {
            const seen = seenOf(truth, i);
            return {
                key: String(i),
                cells: [
                    t('window.' + window.kind) + (known(window.ahead_s) ? ' ' + duration(window.ahead_s) : ''),
                    who(window, state),
                    short(window.from) + ' – ' + short(window.until),
                    noticed(window, seen),
                ],
            };
        }),
    );
}

/** When a window was noticed, and after how much of simulated time; of a day alone that is not known. */
function noticed(window, seen) {
    if (!seen) {
        return t(window.kind === 'outage' ? 'truth.by_lag' : 'truth.not_yet');
    }
    return seen.length === 10 ? short(seen + 'T00:00') : t('truth.seen', {at: short(seen), after: duration(seconds(seen) - seconds(window.from))});
}

function traceTable(node, truth) {
    const planted = Object.entries(truth.planted ?? {}).filter(([, n]) => n > 0);
    hidden(node, planted.length === 0);
    fill(
        node.firstChild,
        'truth.column.',
        ['trace', 'planted', 'detected'],
        planted.map(([name, n]) => {
            const found = truth.detected?.[name] ?? truth.detected?.[ANSWERS[name]];
            return {key: name, cells: [t('trace.' + name), count(n), count(found ?? null)]};
        }),
    );
}
