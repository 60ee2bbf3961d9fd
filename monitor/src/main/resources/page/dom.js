/** Small steps in the DOM. Nothing is written that is there already, so focus, selection, scroll position and layout stay. */

const SVG = 'http://www.w3.org/2000/svg';

/** The element with this id. */
export const byId = id => document.getElementById(id);

/** Sets the text of a node; never markup. */
export function text(node, value) {
    const shown = value == null ? '' : String(value);
    if (node.textContent !== shown) {
        node.textContent = shown;
    }
    return node;
}

/** Sets an attribute; null, undefined and false take it away. */
export function attribute(node, name, value) {
    if (value == null || value === false) {
        if (node.hasAttribute(name)) {
            node.removeAttribute(name);
        }
        return;
    }
    const shown = value === true ? '' : String(value);
    if (node.getAttribute(name) !== shown) {
        node.setAttribute(name, shown);
    }
}

/** Hides or shows. */
export function hidden(node, value) {
    if (node.hidden !== value) {
        node.hidden = value;
    }
}

function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        attribute(node, name, value);
    }
    node.append(...children.filter(child => child != null));
    return node;
}

/** An element with attributes and children; strings become text. */
export const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

/** The same of SVG. */
export const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

const rows = new WeakMap();

/**
 * Makes the children of a node those of a list, by key: what is there is updated in place, what is new made, what is gone removed.
 *
 * @param key of an item
 * @param create a node for an item
 * @param update of a node by its item, also right after it was made
 */
export function keyed(parent, items, key, create, update) {
    const before = rows.get(parent) ?? new Map();
    const focused = parent.contains(document.activeElement) ? document.activeElement : null;
    const after = new Map();
    for (const item of items) {
        const name = key(item);
        after.set(name, before.get(name) ?? create(item));
    }
    for (const [name, node] of before) {
        if (!after.has(name)) {
            node.remove();
        }
    }
    rows.set(parent, after);
    place(parent, [...after.values()]);
    let index = 0;
    for (const item of items) {
        update(after.get(key(item)), item, index++);
    }
    if (focused && focused.isConnected && document.activeElement !== focused) {
        focused.focus({preventScroll: true});
    }
}

function place(parent, nodes) {
    nodes.forEach((node, index) => {
        const there = parent.children[index] ?? null;
        if (there === node) {
            return;
        }
        if (parent.moveBefore && node.isConnected) {
            parent.moveBefore(node, there);
        } else {
            parent.insertBefore(node, there);
        }
    });
}

/**
 * Makes elements one stop of the Tab key: arrow keys, Home and End move among them, Enter and Space press them.
 *
 * @param container that has them
 * @param selector of the elements
 * @param next which element a key leads to, given the elements, the index of now and the key; undefined: none
 */
export function roving(container, selector, next) {
    const items = () => [...container.querySelectorAll(selector)];
    container.addEventListener('keydown', event => {
        const all = items();
        const now = all.indexOf(event.target.closest(selector));
        if (now < 0 || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        const to = next(all, now, event.key);
        if (to && to !== all[now]) {
            event.preventDefault();
            stop(all, to);
            to.focus();
        } else if ((event.key === 'Enter' || event.key === ' ') && all[now].tagName !== 'BUTTON') {
            event.preventDefault();
            all[now].click();
        }
    });
    container.addEventListener('focusin', event => {
        const item = event.target.closest(selector);
        if (item) {
            stop(items(), item);
        }
    });
}

function stop(all, chosen) {
    all.forEach(item => attribute(item, 'tabindex', item === chosen ? 0 : -1));
}

/** Sees to it that exactly one of the elements is a stop of the Tab key, after they changed. */
export function oneStop(container, selector) {
    const all = [...container.querySelectorAll(selector)];
    const chosen = all.find(item => item.getAttribute('tabindex') === '0') ?? all[0];
    stop(all, chosen);
}

/** Where a key leads in a list of lines of `width` elements each. */
export function inLines(width) {
    return (all, now, key) => {
        const by = {ArrowRight: 1, ArrowLeft: -1, ArrowDown: width, ArrowUp: -width, PageDown: 10 * width, PageUp: -10 * width}[key];
        if (key === 'Home' || key === 'End') {
            return all[key === 'Home' ? 0 : all.length - 1];
        }
        if (by === undefined || (Math.abs(by) === 1 && width > 1 && Math.floor((now + by) / width) !== Math.floor(now / width))) {
            return undefined;
        }
        const to = now + by;
        return all[Math.abs(by) > width ? Math.max(now % width, Math.min(to, all.length - width + (now % width))) : to];
    };
}

/** A short line of a series, as the path of an SVG; null leaves a gap. */
export function sparkPath(values, width, height) {
    const known = values.filter(value => value != null);
    if (known.length < 2) {
        return '';
    }
    const least = Math.min(...known);
    const most = Math.max(...known);
    const span = most - least || Math.abs(most) || 1;
    const from = most === least ? least - span / 2 : least;
    const step = width / (values.length - 1);
    return values
        .map((value, i) => (value == null ? '' : (values[i - 1] == null ? 'M' : 'L') + (i * step).toFixed(1) + ' ' + (height - ((value - from) / span) * height).toFixed(1)))
        .join('');
}
