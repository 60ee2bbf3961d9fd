/** Every consumer group: health, why, what is unread, and when retention reaches it; opens to partitions and members. */
import {change} from '../actions.js';
import {ageOf, firstToLose, groupsInOrder, healthState, section, willLose} from '../derive.js';
import {attribute, byId, el, hidden, keyed, text} from '../dom.js';
import {count, duration, interval, rate, wall} from '../format.js';
import {head, mark, missing, save} from '../parts.js';
import {t} from '../strings.js';

let shown = [];
const COLUMNS = 10;

/** Shows the groups. */
export function render(state) {
    const told = section(state, 'groups');
    const {view} = state;
    if (!byId('groups-csv').onclick) {
        byId('groups-csv').onclick = download;
    }
    text(byId('groups-note'), told ? t('groups.note', {n: told.groups.length}) : '');
    const age = ageOf(state, told?.taken_at);
    text(byId('groups-age'), told ? t('groups.age', {age: age != null && age < 3 ? t('age.fresh') : duration(age == null ? null : Math.round(age))}) : '');
    header(view);
    shown = told ? groupsInOrder(told.groups, view.order) : [];
    const first = firstToLose(state)?.first;
    const lines = shown.flatMap(group => (group.group === view.group ? [{group}, {group, detail: true}] : [{group}]));
    keyed(
        byId('groups-rows'),
        lines,
        line => (line.detail ? 'd ' : 'g ') + line.group.group,
        line => (line.detail ? detailRow() : row(line.group.group)),
        (node, line) => (line.detail ? detail(node, line.group, state) : update(node, line.group, view, line.group === first, state)),
    );
    hidden(byId('groups-nothing'), shown.length > 0);
    text(byId('groups-nothing'), t(told ? 'groups.none' : 'groups.unknown'));
}

function header(view) {
    head(
        byId('groups-head'),
        [
            {key: 'group', name: t('group'), left: true, sort: 'group', direction: 'ascending'},
            {key: 'health', name: t('groups.health'), left: true, sort: 'worst'},
            {key: 'loses', name: t('groups.loses'), title: t('groups.loses.title'), sort: 'loses_in_s', direction: 'ascending'},
            {key: 'why', name: t('groups.why'), left: true},
            {key: 'members', name: t('groups.members')},
            {key: 'lag', name: t('groups.lag'), title: t('groups.lag.title'), sort: 'lag'},
            {key: 'lag_s', name: t('groups.lag_s'), title: t('groups.lag_s.title'), sort: 'lag_s'},
            ...['commit', 'moves', 'drain'].map(key => ({key, name: t('groups.' + key), title: t('groups.' + key + '.title')})),
        ],
        view.order,
        order => change({order}),
    );
}

function row(name) {
    const button = el('button', {type: 'button', class: 'open-row'});
    button.addEventListener('click', () => change({group: button.getAttribute('aria-expanded') === 'true' ? null : name}));
    const flagged = kind => el('td', {class: kind}, el('span'), ' ', el('span', {class: 'flag', hidden: ''}));
    const line = el(
        'tr',
        {},
        el('th', {scope: 'row'}, button),
        el('td', {class: 'l'}, el('span')),
        flagged('wrap'),
        el('td', {class: 'l why-text'}),
        el('td'),
        flagged('wrap'),
        ...Array.from({length: 4}, () => el('td', {class: 'wrap'})),
    );
    line.onclick = event => event.target !== button && button.click();
    return line;
}

function update(node, group, view, first, state) {
    const cells = node.children;
    text(cells[0].firstChild, group.group);
    attribute(cells[0].firstChild, 'aria-expanded', String(view.group === group.group));
    const health = group.health?.health ?? 'UNKNOWN';
    mark(cells[1].firstChild, healthState(group), t('health.' + health));
    text(cells[2].firstChild, group.never_loses ? t('never') : duration(group.loses_in_s));
    flag(cells[2].lastChild, willLose(group), t(first ? 'groups.first' : 'groups.will'));
    text(cells[3], group.health ? sinceText(group, state) : t('groups.share'));
    text(cells[4], count(group.members));
    text(cells[5].firstChild, count(group.lag));
    flag(cells[5].lastChild, group.lost > 0, t('groups.lost', {n: count(group.lost)}));
    text(cells[6], interval(group.lag_estimated || group.lag_s == null ? group.lag_least_s : null, group.lag_s));
    text(cells[7], duration(group.commit_age_s));
    text(cells[8], t('groups.rates', {consumed: rate(group.consumed_per_s), arrived: rate(group.arrived_per_s)}));
    text(cells[9], group.never_drains ? t('never') : duration(group.drain_s));
    attribute(node, 'class', view.group === group.group ? 'chosen' : null);
}

function flag(node, shown, words) {
    hidden(node, !shown);
    text(node, shown ? words : '');
}

function sinceText(group, state) {
    const since = Date.parse(group.health.since ?? '');
    return group.health.why + (Number.isNaN(since) ? '' : ' · ' + t('groups.since', {at: wall(since, state.serverMs)}));
}

const detailRow = () =>
    el(
        'tr',
        {class: 'detail'},
        el('td', {colspan: COLUMNS}, el('p', {class: 'strong'}), el('p', {class: 'soft'}), el('h3'), el('table', {}, el('thead', {}, el('tr')), el('tbody')), el('h3'), el('ul')),
    );

function detail(node, group, state) {
    const [advice, says, title, table, membersTitle, members] = node.firstChild.children;
    const asked = state.asked.group;
    const answer = asked.answer?.groups?.find(each => each.group === group.group) ?? null;
    text(advice, group.health?.advice ? t('groups.advice', {advice: group.health.advice}) : '');
    text(says, answer ? t('groups.says', {protocol: group.protocol ?? '◇', state: group.state ?? '◇', partition: group.health?.partition ?? '–'}) : missing(asked));
    text(title, t('groups.partitions', {n: answer?.partitions.length ?? group.partitions ?? 0}));
    text(membersTitle, t('groups.membersOf', {n: answer?.members?.length ?? 0}));
    const columns = ['partition', 'committed', 'start', 'end', 'readable', 'lost', 'unstable', 'lag_s', 'age', 'moves', 'retention', 'member'];
    keyed(
        table.querySelector('tr'),
        columns,
        name => name,
        name => el('th', {scope: 'col', class: name === 'member' ? 'l' : null}),
        (cell, name) => text(cell, t('partition.' + name)),
    );
    keyed(
        table.querySelector('tbody'),
        answer?.partitions ?? [],
        at => at.topic + '-' + at.partition,
        () => el('tr', {}, ...columns.map(name => el('td', {class: name === 'member' ? 'l' : null}))),
        (line, at) =>
            [
                at.topic + '-' + at.partition,
                count(at.committed_offset),
                count(at.start_offset),
                count(at.end_offset),
                count(at.readable),
                count(at.lost),
                count(at.unstable),
                interval(at.lag_estimated || at.lag_s == null ? at.lag_least_s : null, at.lag_s),
                duration(at.commit_age_s),
                t('groups.rates', {consumed: rate(at.consumed_per_s), arrived: rate(at.arrived_per_s)}),
                at.never_loses ? t('never') : duration(at.retention_s),
                at.member ?? '–',
            ].forEach((value, i) => text(line.children[i], value)),
    );
    keyed(
        members,
        answer?.members ?? [],
        member => member.id,
        () => el('li'),
        (line, member) =>
            text(
                line,
                t('groups.member', {
                    id: member.id,
                    client: member.client_id ?? '◇',
                    host: member.host ?? '◇',
                    assigned: (member.assigned ?? []).join(', ') || '–',
                }),
            ),
    );
}

function download() {
    const columns = [
        'group',
        'protocol',
        'state',
        'members',
        'health',
        'since',
        'why',
        'advice',
        'lag',
        'lost',
        'unstable',
        'lag_s',
        'lag_least_s',
        'commit_age_s',
        'consumed_per_s',
        'arrived_per_s',
        'drain_s',
        'never_drains',
        'loses_in_s',
        'never_loses',
    ];
    save(
        'docaxis-groups.csv',
        columns,
        shown.map(group => columns.map(name => (['health', 'since', 'why', 'advice'].includes(name) ? (group.health?.[name] ?? null) : group[name]))),
    );
}
