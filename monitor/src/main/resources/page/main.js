/** The page: one store, one stream, panels that show what is known, and an address that says what is chosen. */
import {onChange} from './actions.js';
import {asked, question} from './api.js';
import {aboutPrefix, agencyName, section} from './derive.js';
import {attribute, byId, el, hidden, keyed, text} from './dom.js';
import {duration, number, simulated} from './format.js';
import {choice, options} from './parts.js';
import * as agencies from './panels/agencies.js';
import * as answers from './panels/answers.js';
import * as charts from './panels/charts.js';
import * as dead from './panels/dead.js';
import * as duties from './panels/duties.js';
import * as figures from './panels/figures.js';
import * as groups from './panels/groups.js';
import * as strip from './panels/strip.js';
import {createStore, STALE_MS} from './store.js';
import {follow} from './stream.js';
import {language, LANGUAGES, speak, t} from './strings.js';
import {address, parse} from './url.js';

const PANELS = [strip, answers, figures, agencies, charts, groups, duties, dead, {render: opened}, {render: beneath}];
const THEMES = ['auto', 'light', 'dark'];

let store = createStore(Date.now());
let view = parse(location.search);
let stop = () => {};
let asksHistory = 0;
let due = 0;
let drawnMs = 0;
let stale = 0;
const questions = Object.fromEntries(['agencies', 'late', 'group', 'document', 'dead'].map(name => [name, asked(render)]));
questions.history = asked(render, answer => store.historyRead(answer));

/** All that panels need, as of now. */
function current() {
    const answered = Object.fromEntries(Object.entries(questions).map(([name, each]) => [name, each.shown]));
    return {...store.state(Date.now()), view, asked: {...answered, againDocument}};
}

/** Draws everything, once for as much as comes in one moment. */
function render() {
    if (!due) {
        due = setTimeout(draw, 0);
    }
}

function draw() {
    due = 0;
    drawnMs = Date.now();
    const state = current();
    ask(state);
    header(state);
    chips(state);
    for (const panel of PANELS) {
        try {
            panel.render(state);
        } catch (problem) {
            // one panel that fails hides no other
            console.error(problem);
        }
    }
}

/** Asks what the stream does not bring, as far as the view wants it. */
function ask(state) {
    const prefix = aboutPrefix(state);
    if (!section(state, 'run')) {
        // with the first message it is known what to ask about
        return;
    }
    const now = state.nowMs;
    const held = state.pausedSinceMs != null || state.link.health !== 'live';
    const version = told => (held ? null : (told ?? 0));
    if (!held && store.resets() !== asksHistory) {
        asksHistory = store.resets();
        questions.history.forget();
        questions.history.want('history', {prefix}, asksHistory, now, 0);
    }
    const every = version(Math.floor(now / 5_000));
    if (!agencies.fromStream(view)) {
        questions.agencies.want('agencies', agencies.parameters(view, prefix), every, now);
    }
    if (!duties.fromStream(view)) {
        questions.late.want('late', duties.parameters(view, prefix), version(section(state, 'late')?.version), now);
    }
    if (view.group) {
        questions.group.want('groups', {group: view.group}, every, now);
    }
    if (view.reason) {
        questions.dead.want('dead-letters', {reason: view.reason, limit: 20, prefix}, version(section(state, 'run')?.records?.['dead_letter_' + view.reason]), now, 10_000);
    }
    if (view.doc) {
        questions.document.want('documents/' + encodeURIComponent(view.doc), {prefix}, null, now);
    }
}

function againDocument() {
    questions.document.forget();
    render();
}

let dialog = null;

/** The document that is open; what shows it is fetched with the first. */
function opened(state) {
    if (dialog) {
        dialog.render(state);
    } else if (state.view.doc) {
        import('./panels/document.js').then(module => {
            dialog = module;
            render();
        });
    }
}

let truth = null;
let reached = false;

/** What was planted is below all else: fetched when it is scrolled to. */
function beneath(state) {
    if (truth) {
        truth.render(state);
    } else if (!reached) {
        reached = true;
        new IntersectionObserver(
            (seen, observer) => {
                if (seen.some(each => each.isIntersecting)) {
                    observer.disconnect();
                    import('./panels/truth.js').then(module => {
                        truth = module;
                        render();
                    });
                }
            },
            {rootMargin: '300px'},
        ).observe(byId('truth-panel'));
    }
}

function header(state) {
    const run = section(state, 'run');
    text(byId('run-name'), run?.scenario ?? (run?.prefix != null ? t('run.unnamed') : t('run.none')));
    text(
        byId('run-more'),
        run ? [run.run_id ? t('run.id', {id: String(run.run_id).slice(0, 24)}) : null, run.seed != null ? t('run.seed', {seed: run.seed}) : null].filter(Boolean).join(' · ') : '',
    );
    text(byId('run-cluster'), run?.cluster ? '· ' + t('run.cluster', {cluster: String(run.cluster).slice(0, 30)}) : '');
    attribute(byId('run-more'), 'title', [run?.run_id, run?.cluster].filter(Boolean).join(' · '));
    text(byId('run-clock'), simulated(run?.watermark ?? null));
    text(byId('run-speed'), run?.speed ? t('run.speed', {speed: number(run.speed)}) : '');
    byId('run-progress').classList.toggle('away', !run?.phase && run?.share == null);
    byId('run-share').value = run?.share ?? 0;
    text(byId('run-phase'), run?.phase ? t('phase.' + run.phase) : '');
    const pause = byId('pause');
    text(pause, t(state.pausedSinceMs != null ? 'resume' : 'pause'));
    attribute(pause, 'aria-pressed', String(state.pausedSinceMs != null));
    attribute(pause, 'title', state.pausedSinceMs != null ? t('pause.since', {age: duration(Math.round((state.nowMs - state.pausedSinceMs) / 1_000))}) : null);
    const prefixes = run?.prefixes ?? [];
    hidden(byId('prefixes'), prefixes.length < 2);
    options(
        byId('prefixes'),
        prefixes.map(name => ({value: name, name})),
        run?.prefix ?? '',
    );
    choice(
        byId('themes'),
        THEMES.map(value => ({value, name: t('theme.' + value)})),
        view.theme,
        theme => changed({theme}),
    );
    const languages = Object.entries(LANGUAGES).map(([value, name]) => ({value, name: value.toUpperCase(), title: name, lang: value}));
    hidden(byId('languages'), languages.length < 2);
    choice(byId('languages'), languages, language(), lang => changed({lang: lang === 'en' ? null : lang}));
}

/** What the page is filtered by, each to be taken away. */
function chips(state) {
    const list = [
        view.agency ? {key: 'agency', name: (view.agency + ' ' + agencyName(state, view.agency, language())).trim(), part: {agency: null, page: 0}} : null,
        view.obligation ? {key: 'obligation', name: t('obligation.' + view.obligation), part: {obligation: null, page: 0}} : null,
        view.known ? {key: 'known', name: t('known.' + view.known), part: {known: null, page: 0}} : null,
    ].filter(Boolean);
    const node = byId('filters');
    hidden(node, list.length === 0);
    keyed(
        node,
        [{key: 'title'}, ...list],
        chip => chip.key,
        chip => {
            if (chip.key === 'title') {
                return el('span', {class: 'soft'});
            }
            const button = el('button', {type: 'button', class: 'chip'});
            button.addEventListener('click', () => changed(button.without));
            return button;
        },
        (shown, chip) => {
            text(shown, chip.key === 'title' ? t('filter.title') : chip.name + ' ×');
            // an element has a `part` of its own
            shown.without = chip.part;
            attribute(shown, 'aria-label', chip.key === 'title' ? null : t('filter.remove', {name: chip.name}));
        },
    );
}

/** Takes a change of the view into the address, and shows it. */
function changed(part) {
    const before = view;
    view = {...view, ...part};
    const to = address(view);
    if (to === address(before)) {
        return;
    }
    const url = location.pathname + to + location.hash;
    // typing in a field makes no step of its own to go back to
    history['find' in part ? 'replaceState' : 'pushState'](null, '', url);
    applied(before);
}

async function applied(before) {
    if (before?.theme !== view.theme) {
        attribute(document.documentElement, 'data-theme', view.theme);
        keep('docaxis.theme', view.theme);
        charts.dress();
    }
    if (before?.lang !== view.lang) {
        await translate();
    }
    if (before && before.prefix !== view.prefix) {
        connect();
    }
    render();
}

async function translate() {
    await speak(view.lang ?? 'en');
    attribute(document.documentElement, 'lang', language());
    document.title = t('title');
    document.querySelectorAll('[data-t]').forEach(node => text(node, t(node.dataset.t)));
    document.querySelectorAll('[data-label]').forEach(node => attribute(node, 'aria-label', t(node.dataset.label)));
    document.querySelectorAll('[data-placeholder]').forEach(node => attribute(node, 'placeholder', t(node.dataset.placeholder)));
    document.querySelectorAll('.why[data-explain]').forEach(node => attribute(node, 'aria-label', t('explain.open', {what: t('explain.' + node.dataset.explain)})));
    charts.dress();
}

/** Remembers a choice in this browser, where it lets us. */
function keep(name, value) {
    try {
        localStorage.setItem(name, value);
    } catch {
        // then it is asked for again
    }
}

function kept(name, allowed) {
    try {
        const value = localStorage.getItem(name);
        return allowed.includes(value) ? value : null;
    } catch {
        return null;
    }
}

function connect() {
    stop();
    store = createStore(Date.now());
    asksHistory = 0;
    Object.values(questions).forEach(each => each.forget());
    stop = follow(question('stream', {prefix: view.prefix}), {
        message(message) {
            store.received(message, Date.now());
            render();
            // marked at once when it is, and not at the next tick
            clearTimeout(stale);
            stale = setTimeout(render, STALE_MS);
        },
        lost() {
            store.lost(Date.now());
            render();
        },
    });
}

function listen() {
    onChange(changed);
    byId('pause').addEventListener('click', () => {
        if (store.state(Date.now()).pausedSinceMs != null) {
            store.resume();
        } else {
            store.pause(Date.now());
        }
        render();
    });
    byId('prefixes').addEventListener('change', event => changed({prefix: event.target.value, agency: null, doc: null, page: 0, agencies: 0}));
    byId('find-document').addEventListener('submit', event => {
        event.preventDefault();
        const number = byId('find-number').value.trim();
        if (number) {
            changed({doc: number});
        }
    });
    document.addEventListener('click', event => {
        const button = event.target.closest('[data-explain]');
        if (button) {
            import('./explain.js').then(module => module.explain(button, current()));
        }
    });
    addEventListener('popstate', () => {
        const before = view;
        view = parse(location.search);
        applied(before);
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.dress());
    // ages go on, and staleness is seen, though nothing comes
    setInterval(() => Date.now() - drawnMs > 800 && render(), 500);
}

async function start() {
    if (!new URLSearchParams(location.search).has('theme')) {
        view = {...view, theme: kept('docaxis.theme', THEMES) ?? 'auto'};
    }
    attribute(document.documentElement, 'data-theme', view.theme);
    listen();
    connect();
    await translate();
    render();
}

start();
