/** Dead letters: how many by reason, and samples with the place of the fault. */
import {change} from '../actions.js';
import {section} from '../derive.js';
import {deadLetters} from '../store.js';
import {attribute, byId, el, hidden, keyed, text} from '../dom.js';
import {count} from '../format.js';
import {t} from '../strings.js';

const REASONS = ['malformed', 'checksum', 'unknown_kind', 'no_receiver', 'stray'];

/** Shows the dead letters. */
export function render(state) {
    const run = section(state, 'run');
    const {reason} = state.view;
    const total = deadLetters(run);
    text(byId('dead-note'), total == null ? t('dead.unknown') : t('dead.note', {n: total, shown: count(total)}));
    keyed(
        byId('dead-reasons'),
        REASONS,
        name => name,
        create,
        (button, name) => {
            const n = run?.records ? (run.records['dead_letter_' + name] ?? 0) : null;
            text(button.children[0], count(n));
            text(button.children[1], t('reason.' + name));
            attribute(button, 'aria-expanded', String(reason === name));
            attribute(button, 'title', t('reason.' + name + '.title'));
        },
    );
    hidden(byId('dead-samples'), !reason);
    if (reason) {
        // what shows samples is fetched with the first
        import('./samples.js').then(module => module.render(state));
    }
}

function create(name) {
    const button = el('button', {type: 'button', class: 'reason', 'aria-controls': 'dead-samples'}, el('b'), el('span'));
    button.addEventListener('click', () => change({reason: button.getAttribute('aria-expanded') === 'true' ? null : name}));
    return button;
}
