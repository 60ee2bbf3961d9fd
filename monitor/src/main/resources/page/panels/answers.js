/** Four questions that a newcomer has, answered from what is known. */
import {change} from '../actions.js';
import {agencyName, firstToLose, groupsInOrder, healthState, OBLIGATIONS, owesMost, section, whose} from '../derive.js';
import {attribute, byId, el, text} from '../dom.js';
import {count, duration, simulated} from '../format.js';
import {language, t} from '../strings.js';

const CARDS = ['latest', 'whose', 'loses', 'document'];

/** Shows questions and answers. */
export function render(state) {
    const root = byId('answers');
    if (!root.firstChild) {
        CARDS.forEach(name => root.append(card(name)));
    }
    show('latest', latest(state));
    show('whose', blame(state));
    show('loses', loses(state));
    show('document', found(state));
}

function card(name) {
    return el('div', {class: 'answer', id: 'answer-' + name}, el('h2'), el('p', {class: 'said'}), el('p', {class: 'basis'}), el('a', {href: '#main'}));
}

function show(name, {state, said, basis, to, label, view}) {
    const node = byId('answer-' + name);
    attribute(node, 'class', 'answer is-' + state);
    text(node.children[0], t('answer.' + name));
    text(node.children[1], said);
    text(node.children[2], basis);
    const link = node.children[3];
    attribute(link, 'href', to);
    text(link, label);
    link.onclick = event => {
        if (view) {
            change(view);
        }
        if (to === '#') {
            event.preventDefault();
            if (!view) {
                byId('find-number').focus();
            }
        }
    };
}

function called(state, code) {
    return (code + ' ' + agencyName(state, code, language())).trim();
}

function latest(state) {
    const oldest = section(state, 'obligations')?.oldest;
    const late = section(state, 'late');
    const worst = late?.duties?.[0];
    const to = {to: '#agencies-panel', label: t('answer.latest.link'), view: oldest ? {agency: oldest.agency, obligation: null, page: 0} : {worst: 'oldest'}};
    if (!oldest) {
        const none = late?.overdue === 0;
        return {state: none ? 'ok' : 'none', said: t(none ? 'answer.latest.nobody' : 'answer.latest.unknown'), basis: '', ...to};
    }
    const duty = worst && worst.agency.startsWith(oldest.agency) && worst.deadline === oldest.deadline ? worst : null;
    return {
        state: 'warn',
        said: called(state, oldest.agency),
        basis: t(duty && OBLIGATIONS.includes(duty.obligation) ? 'answer.latest.duty' : 'answer.latest.since', {
            for: duration(oldest.overdue_s),
            at: simulated(oldest.deadline?.replace(/(T\d\d:\d\d):\d\d/, '$1')),
            obligation: duty ? t('obligation.' + duty.obligation) : '',
            document: duty?.document_number ?? '',
        }) + most(state, oldest.agency),
        ...to,
    };
}

/** Who owes most, if it is another. */
function most(state, oldest) {
    const found = owesMost(state);
    return found && found.code !== oldest
        ? ' ' + t(found.silent ? 'answer.latest.most_silent' : 'answer.latest.most', {agency: called(state, found.code), duties: count(found.overdue)})
        : '';
}

function blame(state) {
    const found = whose(state);
    const run = section(state, 'run');
    const states = {unknown: 'none', us: 'bad', both: 'bad', agencies: 'warn', nobody: 'ok'};
    const silent = (section(state, 'agencies')?.rows ?? []).filter(row => row.silent).length;
    const basis =
        found.who === 'unknown'
            ? t('answer.whose.why_unknown')
            : t('answer.whose.basis', {group: found.own?.group ?? '◇', lag: duration(found.lagS), event: duration(found.eventLagS), sure: count(found.sure), of: count(found.overdue)}) +
              (silent ? ' ' + t('answer.whose.silent', {n: silent}) : '');
    return {
        state: run?.cluster_silent_s != null ? 'none' : states[found.who],
        said: t(run?.cluster_silent_s != null ? 'answer.cluster' : 'answer.whose.' + found.who),
        basis,
        to: '#charts-panel',
        label: t('answer.whose.link'),
    };
}

function loses(state) {
    const found = firstToLose(state);
    const to = {to: '#groups-panel', label: t('answer.loses.link'), view: found?.first ? {group: found.first.group} : null};
    if (section(state, 'run')?.cluster_silent_s != null) {
        return {state: 'none', said: t('answer.cluster'), basis: '', ...to};
    }
    const unsure = found?.unsure ? t('answer.loses.unsure', {n: found.unsure}) : '';
    if (!found) {
        return {state: 'none', said: t('answer.loses.unknown'), basis: '', ...to};
    }
    if (found.first) {
        return {state: 'bad', said: found.first.group, basis: t('answer.loses.first', {in: duration(found.first.loses_in_s), lag: count(found.first.lag)}), ...to};
    }
    if (found.lost.length) {
        return {state: 'bad', said: found.lost[0].group, basis: t('answer.loses.lost', {n: count(found.lost[0].lost)}), ...to};
    }
    if (unsure && !found.nearest) {
        return {state: 'none', said: t('answer.loses.unknown'), basis: unsure, ...to};
    }
    const stands = groupsInOrder(section(state, 'groups').groups, 'worst').find(group => healthState(group) === 'bad' && group.lag > 0);
    const said = found.nearest
        ? t('answer.loses.nearest', {
              group: found.nearest.group,
              in: duration(found.nearest.loses_in_s),
              drain: found.nearest.never_drains ? t('never') : duration(found.nearest.drain_s),
          })
        : t('answer.loses.nothing');
    const but = stands ? t('answer.loses.stands', {group: stands.group, health: t('health.' + stands.health.health), lag: count(stands.lag)}) : '';
    return {
        state: stands ? 'warn' : 'ok',
        said: t('answer.loses.none'),
        basis: [said, unsure, but].filter(Boolean).join(' '),
        ...to,
        view: stands ? {group: stands.group} : null,
    };
}

function found(state) {
    const example = section(state, 'late')?.duties?.[0]?.document_number;
    return {
        state: 'ok',
        said: t('answer.document.how'),
        basis: example ? t('answer.document.example', {number: example}) : t('answer.document.number'),
        to: '#',
        label: t(example ? 'answer.document.open' : 'answer.document.link'),
        view: example ? {doc: example} : null,
    };
}
