/**
 * Serves the page with a fixture, to look at it: `node serve-fixture.mjs [port]`, then http://127.0.0.1:8123/?fixture=silent-province.
 * `still=true` sends one message and then nothing (stale after 3 s); `live=true` lets figures grow. The fixture is kept in a cookie, so that
 * questions of the page find it. `UPLOT` names the folder that has uPlot.esm.js and uPlot.min.css (of the webjar, under dist).
 */
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';

const PAGE = fileURLToPath(new URL('../../main/resources/page/', import.meta.url));
const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));
const TYPES = {html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json'};
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const fixture = name => JSON.parse(readFileSync(join(FIXTURES, /^[\w-]+$/.test(name) ? name + '.json' : 'healthy.json'), 'utf8'));

function send(response, status, type, body, headers = {}) {
    response.writeHead(status, {'content-type': type + '; charset=utf-8', 'content-security-policy': POLICY, 'cache-control': 'no-store', ...headers});
    response.end(body);
}

function file(response, path, headers) {
    const folder = path.startsWith('uPlot.') ? (process.env.UPLOT ?? PAGE) : PAGE;
    try {
        send(response, 200, TYPES[path.split('.').pop()] ?? 'text/plain', readFileSync(join(folder, normalize('/' + path))), headers);
    } catch {
        send(response, 404, 'text/plain', 'no ' + path);
    }
}

/** A state that goes on: a second of wall clock later. */
function next(sections, seconds) {
    const later = structuredClone(sections);
    later.run.now = new Date(Date.parse(sections.run.now) + 1000 * seconds).toISOString();
    for (const section of Object.values(later)) {
        if (section?.taken_at) {
            section.taken_at = new Date(Date.parse(section.taken_at) + 1000 * seconds).toISOString();
        }
    }
    const row = later.point?.points[0];
    if (row) {
        row[0] += 1000 * seconds;
        row[1] += 3600 * seconds;
        [2, 3, 4].forEach(at => {
            row[at] = row[at] == null ? null : row[at] + Math.round(seconds * (1_250 + 100 * Math.random()));
        });
    }
    return {run: later.run, groups: later.groups, obligations: later.obligations, late: later.late, point: later.point};
}

function stream(request, response, chosen) {
    const {sections} = fixture(chosen.get('fixture'));
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
    let id = 0;
    const say = message => response.write(`event: state\nid: ${++id}\ndata: ${JSON.stringify(message)}\n\n`);
    response.write('retry: 1000\n\n');
    say({reset: true, sections});
    if (chosen.get('still') !== 'true') {
        const timer = setInterval(() => say({reset: false, sections: chosen.get('live') === 'true' ? next(sections, id) : {}}), 1_000);
        request.on('close', () => clearInterval(timer));
    }
}

function answer(response, path, chosen, parameters) {
    const {answers, sections} = fixture(chosen.get('fixture'));
    const name = path.split('/')[0];
    const found = answers[name] ?? sections[name];
    if (!found) {
        send(response, 400, TYPES.json, JSON.stringify({error: 'no ' + name + ' in this fixture'}));
        return;
    }
    const duties = found.duties?.filter(
        duty => (!parameters.get('agency') || duty.agency === parameters.get('agency')) && (!parameters.get('obligation') || duty.obligation === parameters.get('obligation')),
    );
    send(response, 200, TYPES.json, JSON.stringify(duties ? {...found, duties, overdue: duties.length} : found));
}

const port = Number(process.argv[2] ?? 8123);
createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const chosen = new URLSearchParams(/fixture=([^;]*)/.exec(request.headers.cookie ?? '')?.[1].replaceAll('|', '&') ?? 'fixture=healthy');
    if (url.pathname === '/') {
        const kept = ['fixture', 'still', 'live']
            .filter(name => url.searchParams.has(name))
            .map(name => name + '=' + url.searchParams.get(name))
            .join('|');
        file(response, 'index.html', kept ? {'set-cookie': 'fixture=' + kept + '; SameSite=Strict'} : {});
    } else if (url.pathname.startsWith('/page/')) {
        file(response, url.pathname.slice(6));
    } else if (url.pathname === '/api/v1/stream') {
        stream(request, response, chosen);
    } else if (url.pathname.startsWith('/api/v1/')) {
        answer(response, url.pathname.slice(8), chosen, url.searchParams);
    } else {
        send(response, 404, 'text/plain', 'no ' + url.pathname);
    }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/?fixture=silent-province`));
