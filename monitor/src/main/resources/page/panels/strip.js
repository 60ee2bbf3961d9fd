/** The strip above everything: what needs a person now, the books, the verdict, and how old all of it is. */
import {attention, evidenceAge, isEmpty, isOver} from '../attention.js';
import {change} from '../actions.js';
import {agencyName, section} from '../derive.js';
import {attribute, byId, el, hidden, keyed, text} from '../dom.js';
import {count, duration, percent, simulated, wall} from '../format.js';
import {mark} from '../parts.js';
import {language, t} from '../strings.js';

/** What this browser has seen itself, by its own clock. */
const BROWSERS = new Set(['att.stale', 'att.unreachable', 'att.dead']);

let open = false;
let said = '';

/** Shows what needs attention. */
export function render(state) {
    const items = attention(state);
    if (!byId('strip-more').onclick) {
        byId('strip-more').onclick = () => {
            open = !open;
            render.last?.();
        };
    }
    render.last = () => render(state);
    headline(state, items);
    more(state, items);
    books(state);
    verdict(state);
    age(state);
}

function headline(state, items) {
    const empty = isEmpty(state);
    const worst = items.length ? items[0].state : empty ? 'none' : 'ok';
    attribute(byId('strip'), 'class', 'strip ' + worst + '-strip');
    document.body.classList.toggle(
        'stale',
        items.some(item => item.rank <= 1),
    );
    mark(byId('strip-state'), worst, items.length ? t('att.count', {n: items.length}) : t(empty ? 'att.waiting' : 'att.none'));
    const first = items.length ? sentence(state, items[0]) : empty ? waiting(state) : isOver(state) ? t('att.over') : t('att.evidence', {age: duration(evidenceAge(state))});
    text(byId('strip-first'), first);
    link(byId('strip-link'), items[0]);
    const title = (items.length ? '■ ' + items.length + ' · ' : '') + t('title');
    if (document.title !== title) {
        document.title = title;
    }
    announce(items, empty);
}

function waiting(state) {
    const run = section(state, 'run');
    return t(state.link.health === 'connecting' ? 'att.connecting' : run && run.prefix == null ? 'att.no_prefix' : 'att.no_data');
}

/** Says it aloud only when there is something else to say, not whenever a figure in it changes. */
function announce(items, empty) {
    const keys = items.map(item => item.key + ':' + (item.facts.agency ?? item.facts.group ?? '')).join() + empty;
    if (keys !== said) {
        said = keys;
        text(byId('strip-live'), items.length ? t('att.count', {n: items.length}) + '. ' + byId('strip-first').textContent : t(empty ? 'att.waiting' : 'att.none'));
    }
}

/** An item as a sentence. */
export function sentence(state, item) {
    const {facts} = item;
    const agency = facts.agency ? (facts.agency + ' ' + agencyName(state, facts.agency, language())).trim() : null;
    const told = t(item.key, {
        ...facts,
        agency,
        s: duration(facts.s),
        n: facts.n == null ? '◇' : count(facts.n),
        open: count(facts.open),
        lag: count(facts.lag),
        why: facts.why ?? '',
        share: percent(facts.share),
        at: facts.at ? simulated(facts.at) : '',
        obligation: facts.obligation ? t('obligation.' + facts.obligation) : null,
        health: facts.health ? t('health.' + facts.health) : null,
    }).trim();
    const since = item.since
        ? t('since.simulated', {at: simulated(item.since)})
        : item.sinceMs != null
          ? t('since.wall', {at: wall(item.sinceMs, BROWSERS.has(item.key) ? state.nowMs : state.serverMs)})
          : '';
    return since ? told + ' ' + since : told;
}

function link(node, item) {
    hidden(node, !item?.to);
    if (item?.to) {
        attribute(node, 'href', item.to);
        text(node, t('att.show'));
        node.onclick = () => {
            open = false;
            change(item.view ?? {});
            render.last();
        };
    }
}

function more(state, items) {
    const button = byId('strip-more');
    const rest = items.slice(1);
    hidden(button, rest.length === 0);
    text(button, t(open ? 'att.less' : 'att.more', {n: rest.length}));
    attribute(button, 'aria-expanded', String(open && rest.length > 0));
    const list = byId('strip-list');
    hidden(list, !open || rest.length === 0);
    keyed(
        list,
        open ? rest : [],
        item => item.key + (item.facts.agency ?? item.facts.group ?? item.facts.source ?? item.facts.why ?? ''),
        () => el('li', {}, el('span'), el('span'), el('a', {class: 'quiet', href: '#main'})),
        (node, item) => {
            mark(node.children[0], item.state, t('state.' + item.state));
            text(node.children[1], sentence(state, item));
            link(node.children[2], item);
        },
    );
}

function books(state) {
    const told = section(state, 'run')?.books;
    const node = byId('strip-books');
    if (!told) {
        mark(node, 'none', t('books.unknown'));
    } else {
        mark(node, told.balance ? 'ok' : 'bad', t(told.balance ? 'books.balance' : 'books.differ'));
    }
    hidden(document.querySelector('[data-explain=books]'), false);
}

function verdict(state) {
    const run = section(state, 'run');
    const told = run?.verdict;
    const node = byId('strip-verdict');
    if (told) {
        mark(node, told.verdict === 'exact' ? 'ok' : told.verdict === 'differs' ? 'bad' : 'warn', t('verdict.' + told.verdict));
        attribute(node, 'title', told.text);
    } else {
        mark(node, 'none', t(run?.phase ? 'verdict.later' : run?.ended ? 'verdict.unknown' : 'verdict.none'));
        attribute(node, 'title', null);
    }
}

function age(state) {
    const node = byId('strip-age');
    const {ageS, heardMs} = state.link;
    const over = isOver(state) && state.pausedSinceMs == null;
    text(
        node,
        over
            ? t('age.over', {at: wall(heardMs, state.nowMs)})
            : state.pausedSinceMs != null
              ? t('age.paused', {age: duration(ageS == null ? null : Math.round(ageS))})
              : ageS == null
                ? t('age.none')
                : t('age', {age: ageS < 3 ? t('age.fresh') : duration(Math.round(ageS))}),
    );
}
