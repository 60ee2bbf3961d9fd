/** The sources of the page, for tests that read them. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const PAGE = fileURLToPath(new URL('../../main/resources/page/', import.meta.url));

/** Each file of the page, by its name below it. */
export function sources() {
    const found = new Map();
    for (const entry of readdirSync(PAGE, {recursive: true, withFileTypes: true})) {
        if (entry.isFile()) {
            const path = join(entry.parentPath ?? entry.path, entry.name);
            found.set(path.slice(PAGE.length), readFileSync(path, 'utf8'));
        }
    }
    return found;
}

/** A fixture. */
export const fixture = name => JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));
