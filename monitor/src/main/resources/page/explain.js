/** What a figure is: definition, formula, source and age, in a dialog that Escape closes and that gives the focus back. */
import {ageOf, section} from './derive.js';
import {byId, el} from './dom.js';
import {EXPLAINED} from './explained.js';
import {duration} from './format.js';
import {t} from './strings.js';

/** All figures that explain themselves, each with the section whose age is its own. */
export const AGE_OF = {
    transport: 'groups',
    event: 'run',
    response: 'obligations',
    traffic: 'run',
    onTime: 'obligations',
    share: 'obligations',
    rates: 'run',
    time_lag: 'groups',
    event_lag: 'run',
    became_late: 'obligations',
    health: 'groups',
    known: 'late',
    dead: 'run',
    truth: 'run',
    books: 'run',
    where: 'run',
};

/** What the page says of a figure; other languages have it among their strings. */
const explained = key => t(key, {}, EXPLAINED[key]);

let opener = null;

/** Explains what a button asks for; closing gives the focus back to it. */
export function explain(button, state) {
    const dialog = byId('explain');
    if (!dialog.prepared) {
        dialog.prepared = true;
        dialog.addEventListener('close', () => opener?.isConnected && opener.focus());
        dialog.addEventListener('click', event => event.target === dialog && dialog.close());
    }
    opener = button;
    open(dialog, button.dataset.explain, state);
}

function open(dialog, key, state) {
    const close = el('button', {type: 'button'}, t('close'));
    close.addEventListener('click', () => dialog.close());
    const told = section(state, AGE_OF[key]);
    const age = ageOf(state, told?.taken_at ?? section(state, 'run')?.taken_at);
    const list = el('dl');
    for (const [name, said] of [
        ['is', explained('explain.' + key + '.is')],
        ['formula', explained('explain.' + key + '.formula')],
        ['source', explained('explain.' + key + '.source')],
        ['age', age == null ? t('explain.age_unknown') : t('explain.age_is', {age: duration(Math.round(age))})],
    ]) {
        list.append(el('dt', {}, t('explain.' + name)), el('dd', {}, name === 'formula' ? el('code', {}, said) : said));
    }
    dialog.replaceChildren(
        el('div', {class: 'dialog-head'}, el('h2', {id: 'explain-title'}, t('explain.' + key)), el('span', {class: 'grow'}), close),
        el('div', {class: 'dialog-body'}, list),
    );
    dialog.showModal();
    close.focus();
}
