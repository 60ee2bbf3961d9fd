/** Questions to the monitor: GET alone, answers as JSON. */

/** The address of a question, from where the page is; parameters that are null or empty are left out. */
export function question(path, parameters = {}) {
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value != null && value !== '') {
            given.set(name, value);
        }
    }
    const text = given.toString();
    return 'api/v1/' + path + (text ? '?' + text : '');
}

/** Asks; an answer that is none is an error with what the monitor said. */
export async function ask(path, parameters, signal) {
    const answer = await fetch(question(path, parameters), {headers: {accept: 'application/json'}, signal});
    const body = await answer.json().catch(() => null);
    if (!answer.ok || !body) {
        throw new Error(body?.error ?? 'HTTP ' + answer.status);
    }
    return body;
}

/**
 * A question that is asked again when it changes, or when its answer is old: one at a time, the last answer stands until the next.
 *
 * @param again called when something came
 * @param take called with each answer
 */
export function asked(again, take = () => {}) {
    let key = null;
    let version;
    let abort = null;
    let startedMs = 0;
    const shown = {key: null, answer: null, problem: null, loading: false, atMs: null};

    async function start(path, parameters, nowMs) {
        abort?.abort();
        abort = new AbortController();
        const {signal} = abort;
        startedMs = nowMs;
        shown.loading = true;
        try {
            shown.answer = await ask(path, parameters, signal);
            shown.problem = null;
            take(shown.answer);
        } catch (problem) {
            if (signal.aborted) {
                return;
            }
            shown.problem = problem.message;
        }
        shown.key = key;
        shown.loading = false;
        shown.atMs = Date.now();
        again();
    }

    return {
        shown,
        /**
         * @param newVersion of what is asked about: another is asked about again, at most once in `everyMs`; null: what was answered stands
         */
        want(path, parameters, newVersion, nowMs, everyMs = 2_000) {
            const wanted = question(path, parameters);
            if (wanted === key && (newVersion === null || version === newVersion || shown.loading || nowMs - startedMs < everyMs)) {
                return;
            }
            if (wanted !== key) {
                shown.answer = null;
                shown.problem = null;
            }
            key = wanted;
            version = newVersion;
            start(path, parameters, nowMs);
        },
        forget() {
            abort?.abort();
            key = null;
            Object.assign(shown, {key: null, answer: null, problem: null, loading: false, atMs: null});
        },
    };
}
