/** Colours of the page in both themes, by the formulas of WCAG 2.2. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {sources} from './sources.mjs';

const css = sources().get('page.css');
const COLOURS = Object.fromEntries([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, {light, dark}]));
const THEMES = ['light', 'dark'];
const TEXT = [
    ...['ink', 'soft', 'accent', 'ok', 'warn', 'bad', 'none'].flatMap(name => ['bg', 'panel', 'mark'].map(ground => [name, ground])),
    ...[0, 1, 2, 3, 4, 5].map(step => ['t' + step, 'h' + step]),
    ['on-accent', 'accent'],
    ['panel', 'warn'],
    ['panel', 'bad'],
    ['soft', 'line'],
];
const SHAPES = [
    ...Object.keys(COLOURS)
        .filter(name => name.startsWith('c-'))
        .map(name => [name, 'panel']),
    ['edge', 'panel'],
    ['edge', 'bg'],
    ['edge', 'mark'],
    ['accent', 'panel'],
    ['accent', 'bg'],
    ['bad', 'panel'],
    ['warn', 'panel'],
];

function luminance(hex) {
    const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
}

test('the formula is that of WCAG', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
});

for (const theme of THEMES) {
    test(`text has a contrast of 4.5 at least, ${theme}`, () => {
        for (const [text, ground] of TEXT) {
            const ratio = contrast(COLOURS[text][theme], COLOURS[ground][theme]);
            assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
        }
    });
    test(`lines, frames and marks have a contrast of 3 at least, ${theme}`, () => {
        for (const [shape, ground] of SHAPES) {
            const ratio = contrast(COLOURS[shape][theme], COLOURS[ground][theme]);
            assert.ok(ratio >= 3, `${shape} on ${ground}: ${ratio.toFixed(2)}`);
        }
    });
    test(`the heat scale goes one way without colour, in steps that are seen, ${theme}`, () => {
        const steps = [0, 1, 2, 3, 4, 5].map(step => COLOURS['h' + step][theme]);
        for (let i = 1; i < steps.length; i++) {
            const [before, after] = [luminance(steps[i - 1]), luminance(steps[i])];
            assert.ok(theme === 'light' ? after < before : after > before, `step ${i}`);
            assert.ok(contrast(steps[i - 1], steps[i]) >= 1.2, `step ${i}: ${contrast(steps[i - 1], steps[i]).toFixed(2)}`);
        }
    });
}

test('every colour that is used is one of both themes', () => {
    const used = new Set([...css.matchAll(/var\(--([\w-]+)\)/g)].map(found => found[1]));
    for (const name of used) {
        assert.ok(COLOURS[name], name);
    }
    const rules = css.slice(css.indexOf('[data-theme=light]')).replaceAll('rgb(0 0 0', '');
    assert.doesNotMatch(rules, /#[0-9a-f]{3,8}\b(?=[^{]*\})|rgb\(/i);
});
