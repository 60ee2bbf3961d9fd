/** What holds of all files of the page: nothing runs but modules, all strings exist, and the first load is small. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {LANGUAGES, STRINGS} from '../../main/resources/page/strings.js';
import {EXPLAINED} from '../../main/resources/page/explained.js';
import {AGE_OF} from '../../main/resources/page/explain.js';
import {sources} from './sources.mjs';

const files = sources();
const scripts = [...files].filter(([name]) => name.endsWith('.js'));
const html = files.get('index.html');
/** All that is said in English. */
const SAID = {...STRINGS, ...EXPLAINED};
/** Keys that are made of parts: what comes after the dot is listed where the part is. */
const FAMILIES = [
    'att',
    'since',
    'obligation',
    'short',
    'tier',
    'worst',
    'view',
    'range',
    'chart',
    'series',
    'column',
    'health',
    'partition',
    'known',
    'urgency',
    'reason',
    'truth',
    'window',
    'trace',
    'status',
    'conclusion',
    'outcome',
    'business',
    'kind',
    'explain',
    'state',
    'phase',
    'verdict',
    'theme',
    'figure',
    'answer',
    'groups',
    'map',
    'unit',
    'legend',
    'age',
];

test('no source makes markup or code of text', () => {
    for (const [name, source] of scripts) {
        for (const forbidden of ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'eval(', 'new Function', 'DOMParser', 'createContextualFragment', 'srcdoc']) {
            assert.ok(!source.includes(forbidden), `${name} has ${forbidden}`);
        }
        assert.doesNotMatch(source, /attribute\([^)]*'(style|on\w+)'/, name);
        assert.doesNotMatch(source, /el\('[a-z]+', \{[^}]*\b(style|on[a-z]+):/, name);
    }
});

test('the page has no script, style or handler of its own, and asks nobody outside', () => {
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/);
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
    for (const [name, source] of files) {
        const outside = [...source.matchAll(/https?:\/\/[^\s'"`)]+/g)].map(found => found[0]).filter(address => !address.startsWith('http://www.w3.org/'));
        assert.deepEqual(outside, [], name);
    }
    assert.doesNotMatch(files.get('page.css'), /url\(|@import/);
});

test('every string that is used exists', () => {
    const used = new Set([...html.matchAll(/data-(?:t|label|placeholder)="([^"]+)"/g)].map(found => found[1]));
    const families = new Set();
    for (const [name, source] of scripts) {
        if (/strings/.test(name)) {
            continue;
        }
        for (const [, key, more] of source.matchAll(/\bt\('([\w.]+)'( \+)?/g)) {
            (more ? families : used).add(key);
        }
        for (const [, one, other] of source.matchAll(/\bt\([^'()]*\? '([\w.]+)' : '([\w.]+)'\s*[,)]/g)) {
            used.add(one).add(other);
        }
    }
    assert.deepEqual(
        [...used].filter(key => !(key in STRINGS)),
        [],
    );
    for (const family of families) {
        assert.ok(
            Object.keys(STRINGS).some(key => key.startsWith(family)),
            `nothing begins with ${family}`,
        );
    }
    assert.ok(used.size > 150, `only ${used.size} strings found: does the test still read the sources?`);
});

test('every string that exists is used', () => {
    const all =
        scripts
            .filter(([name]) => !/strings|explained/.test(name))
            .map(([, source]) => source)
            .join('\n') + html;
    const unused = Object.keys(SAID).filter(key => !all.includes(`'${key}'`) && !all.includes(`"${key}"`) && !FAMILIES.includes(key.split('.')[0]));
    assert.deepEqual(unused, []);
});

test('every language has the same keys, the same facts, and the same forms', async () => {
    for (const name of Object.keys(LANGUAGES).filter(each => each !== 'en')) {
        assert.ok(files.has(`strings.${name}.js`), `strings.${name}.js is there`);
        const other = (await import(`../../main/resources/page/strings.${name}.js`)).STRINGS;
        assert.deepEqual(Object.keys(other).sort(), Object.keys(SAID).sort());
        for (const [key, text] of Object.entries(SAID)) {
            assert.equal(typeof other[key], typeof text, key);
            const facts = of => [...new Set([...(typeof of === 'string' ? of : of.other).matchAll(/\{(\w+)\}/g)].map(found => found[1]))].sort();
            assert.deepEqual(facts(other[key]), facts(text), `${name}: ${key}`);
        }
    }
});

test('every figure that explains itself says what, how, from where', () => {
    const buttons = [...files.values()].flatMap(source => [...source.matchAll(/data-explain(?:="|': ')([\w]+)['"]/g)].map(found => found[1]));
    for (const key of [...Object.keys(AGE_OF), ...buttons]) {
        for (const part of ['', '.is', '.formula', '.source']) {
            assert.ok(SAID[`explain.${key}${part}`], `explain.${key}${part}`);
        }
    }
    assert.ok(buttons.length >= 7);
});

test('every control of the page has a name', () => {
    for (const [control] of html.matchAll(/<(?:input|select|progress)\b[^>]*>/g)) {
        assert.match(control, /aria-label="[^"]+"/, control);
    }
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(found => found[1]);
    assert.equal(new Set(ids).size, ids.length, 'ids are there once');
    for (const [, ids] of html.matchAll(/aria-(?:labelledby|controls)="([^"]+)"/g)) {
        assert.ok(html.includes(`id="${ids}"`) || ['explain-title', 'document-title'].includes(ids), ids);
    }
});

test('every id that a module asks for is on the page', () => {
    for (const [name, source] of scripts) {
        for (const [, id] of source.matchAll(/byId\('([\w-]+)'\)/g)) {
            assert.ok(html.includes(`id="${id}"`), `${name} wants ${id}`);
        }
    }
});

test('the first load is below 250 KB, with uPlot as a script of 52 KB', () => {
    const later = /^(strings\.\w+\.js|panels\/(document|map|samples|truth)\.js|life\.js|provinces\.js|explain(ed)?\.js|csv\.js)$/;
    const bytes = [...files].filter(([name]) => !later.test(name)).reduce((sum, [, source]) => sum + Buffer.byteLength(source), 0);
    assert.ok(bytes + 52_000 < 250_000, `${bytes} bytes without uPlot`);
});

test('every module is imported from somewhere, under the name that it has', () => {
    for (const [name, source] of scripts) {
        for (const [, path] of source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
            const target = new URL(path, 'file:///page/' + name).pathname.slice(6);
            assert.ok(files.has(target) || target === 'uPlot.esm.js', `${name} imports ${target}`);
        }
    }
});
