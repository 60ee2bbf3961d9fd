/** States of the page from fixtures, as its store would give them. */
import {createStore} from '../../main/resources/page/store.js';
import {parse} from '../../main/resources/page/url.js';
import {fixture} from './sources.mjs';

export const NOW = Date.parse('2026-11-29T03:00:00.123Z');

/** The state of a fixture, `afterMs` it came; `over` replaces sections. */
export function state(name, over = {}, afterMs = 100, address = '') {
    const {sections, answers} = fixture(name);
    const store = createStore(NOW);
    store.received({reset: true, sections: {...sections, ...over}}, NOW);
    store.historyRead(answers.history);
    return {...store.state(NOW + afterMs), view: parse(address)};
}

/** A section of a fixture, changed. */
export const changed = (name, section, over) => ({[section]: {...fixture(name).sections[section], ...over}});
