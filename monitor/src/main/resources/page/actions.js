/** How a panel says that something was chosen: which part of the view changes. */

const listeners = new Set();

/** Calls the listener with each change. */
export const onChange = listener => listeners.add(listener);

/** Changes parts of the view, by the names of `url.js`. */
export const change = part => listeners.forEach(listener => listener(part));

/** Chooses an agency and, maybe, an obligation for the whole page; the same once more takes the choice back. */
export function choose(view, agency, obligation) {
    const again = view.agency === agency && view.obligation === obligation;
    change({agency: again ? null : agency, obligation: again ? null : obligation, page: 0});
}
