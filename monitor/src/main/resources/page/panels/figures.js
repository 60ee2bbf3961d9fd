/** Five figures, each with its trend and its state in word and shape. */
import {figureStates, last, onTime, rateNow, section, speed, sum, transport} from '../derive.js';
import {attribute, byId, el, sparkPath, svg, text} from '../dom.js';
import {column, evenly, growth} from '../history.js';
import {count, duration, interval, percent, rate} from '../format.js';
import {markWord} from '../parts.js';
import {t} from '../strings.js';

const FIGURES = ['transport', 'event', 'response', 'traffic', 'onTime'];
const TREND_MS = 900_000;
const POINTS = 60;

/** Shows the figures. */
export function render(state) {
    const root = byId('figures');
    if (!root.firstChild) {
        FIGURES.forEach(name => root.append(figure(name)));
    }
    const states = figureStates(state);
    const all = {transport: transported(state), event: event(state), response: response(state), traffic: traffic(state), onTime: kept(state)};
    FIGURES.forEach(name => show(byId('figure-' + name), name, states[name], all[name], state));
}

function figure(name) {
    const title = el('button', {type: 'button', class: 'explained', 'data-explain': name});
    const spark = svg('svg', {class: 'spark', viewBox: '0 0 100 40', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, svg('path', {d: ''}));
    return el(
        'div',
        {class: 'figure', id: 'figure-' + name},
        el('div', {class: 'top'}, el('h2', {}, title), el('span', {class: 'state none'})),
        el('div', {}, el('div', {class: 'value'}), el('div', {class: 'unit'})),
        spark,
        el('div', {class: 'note'}),
    );
}

function show(node, name, graded, {value, note, trend}, state) {
    text(node.querySelector('.explained'), t('figure.' + name));
    markWord(node.querySelector('.state'), graded);
    text(node.querySelector('.value'), value);
    node.querySelector('.value').classList.toggle('long', value.length > 9);
    text(node.querySelector('.unit'), t('figure.' + name + '.unit'));
    text(node.querySelector('.note'), note);
    const shown = trend ? evenly(state.history, trend, TREND_MS, POINTS, newestMs(state)) : sampled(state.shares);
    attribute(node.querySelector('.spark path'), 'd', sparkPath(shown, 100, 40));
}

/** Shares are known since the page was opened. */
function sampled(shares) {
    const step = Math.ceil(shares.length / POINTS);
    return shares.filter((share, i) => (shares.length - 1 - i) % step === 0);
}

const newestMs = state => last(state, 'at_ms') ?? state.serverMs;

function transported(state) {
    const {lagS, leastS, records, own} = transport(state);
    return {
        value: interval(own?.lag_estimated ? leastS : lagS == null ? leastS : null, lagS),
        note: t('figure.transport.note', {records: count(records), drain: own?.never_drains ? t('never') : duration(own?.drain_s)}),
        trend: column(state.history, 'lag_s'),
    };
}

function event(state) {
    const lag = section(state, 'run')?.event_lag;
    const held = lag?.sources?.length;
    const note =
        section(state, 'run')?.cluster_silent_s != null
            ? t('figure.event.cluster')
            : !lag || lag.lag_s == null
              ? t('figure.event.unknown')
              : held
                ? t('figure.event.held', {sources: lag.sources.slice(0, 4).join(', ') + (held > 4 ? ' …' : ''), partition: lag.partition ?? '◇'})
                : t('figure.event.free');
    const pace = speed(state);
    const real = lag?.lag_s > 0 && pace > 1 ? t('figure.event.wall', {s: duration(lag.lag_s / pace)}) + ' · ' : '';
    return {
        value: duration(lag?.lag_s ?? null),
        note: real + note + (lag?.unknown_partitions > 0 ? ' · ' + t('figure.event.partitions', {n: lag.unknown_partitions}) : ''),
        trend: column(state.history, 'event_lag_s'),
    };
}

function response(state) {
    const told = section(state, 'obligations');
    const parts = name => (told?.obligations.length ? sum(told.obligations.map(duty => duty[name] ?? null)) : null);
    const doubtful = told?.clock_doubtful;
    return {
        value: count(parts('overdue')),
        note:
            t('figure.response.note', {
                final: count(parts('final')),
                confirmed: count(parts('confirmed')),
                provisional: count(parts('provisional')),
                hours: count(told?.overdue_hours ?? null),
            }) + (doubtful > 0 ? ' · ' + t('figure.response.doubtful', {n: count(doubtful)}) : ''),
        trend: column(state.history, 'overdue'),
    };
}

function traffic(state) {
    const told = section(state, 'run')?.traffic;
    const now = rateNow(state, 'read');
    return {
        value: rate(now),
        note:
            t('figure.traffic.note', {
                intended: count(told?.intended ?? null),
                sent: count(told?.sent ?? null),
                read: count(told?.read ?? null),
                behind: duration(told?.behind_s ?? null),
            }) + (told?.failed > 0 ? ' · ' + t('figure.traffic.failed', {n: count(told.failed)}) : ''),
        trend: growth(state.history, 'read', 'at_ms', 1_000),
    };
}

function kept(state) {
    const {share, answered} = onTime(state);
    return {value: percent(share), note: t('figure.onTime.note', {answered: percent(answered)}), trend: null};
}
