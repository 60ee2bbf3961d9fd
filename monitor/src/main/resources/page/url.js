/** The state of the page in its address: what is chosen, so that a link shows the same. Pure. */

const OBLIGATIONS = ['send', 'acknowledge', 'respond', 'answer_recall'];
const TIERS = ['ministry', 'central_agency', 'province', 'department', 'commune'];
const CODE = /^[A-Za-z0-9.]{1,40}$/;

const anyOf = (...allowed) => ({read: given => (allowed.includes(given) ? given : null), first: null});
const oneOf = (...allowed) => ({read: given => (allowed.includes(given) ? given : null), first: allowed[0]});
const number = {read: given => (/^\d{1,6}$/.test(given) ? Number(given) : null), first: 0};
const words = most => ({read: given => (given.length > 0 && given.length <= most ? given : null), first: null});

/** Each part of the view: how it is read from the address, and what it is if it is not there. */
const PARTS = {
    agency: {read: given => (CODE.test(given) ? given : null), first: null},
    obligation: anyOf(...OBLIGATIONS),
    known: anyOf('provisional', 'confirmed', 'final'),
    sort: oneOf('overdue', 'agency', 'obligation', 'deadline'),
    page: number,
    tier: anyOf(...TIERS),
    find: words(100),
    worst: oneOf('share', 'count', 'oldest', 'code'),
    level: oneOf('1', 'all'),
    agencies: number,
    view: oneOf('table', 'map'),
    range: oneOf('15', '1', 'run'),
    order: oneOf('worst', 'group', 'lag', 'lag_s', 'loses_in_s'),
    group: words(300),
    reason: anyOf('malformed', 'checksum', 'unknown_kind', 'no_receiver', 'stray'),
    doc: words(100),
    theme: oneOf('auto', 'light', 'dark'),
    lang: {read: given => (/^[a-z]{2}$/.test(given) ? given : null), first: null},
    prefix: words(249),
};

/** The view that an address shows; what it cannot show is left as it is at first. */
export function parse(search) {
    const given = new URLSearchParams(search);
    const view = {};
    for (const [name, part] of Object.entries(PARTS)) {
        view[name] = (given.has(name) ? part.read(given.get(name)) : null) ?? part.first;
    }
    return view;
}

/** The address of a view: what is as at first is left out. Empty, or beginning with `?`. */
export function address(view) {
    const shown = new URLSearchParams();
    for (const [name, part] of Object.entries(PARTS)) {
        if (view[name] != null && view[name] !== part.first) {
            shown.set(name, view[name]);
        }
    }
    const text = shown.toString();
    return text ? '?' + text : '';
}
