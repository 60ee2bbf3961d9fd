/** The stream of states: connects, reconnects, and says what it hears. */

/** So long without a message, though the connection seems open, is a broken one. */
const DEAF_MS = 15_000;

/**
 * Follows the stream until it is closed.
 *
 * @param address of the stream
 * @param on `message(state)` and `lost()`
 * @param source how a connection is made; of the browser's own unless a test gives another
 */
export function follow(address, on, source = url => new EventSource(url)) {
    let events;
    let watchdog;
    let retry;
    let waitMs = 1_000;

    function heard() {
        waitMs = 1_000;
        clearTimeout(watchdog);
        watchdog = setTimeout(again, DEAF_MS);
    }

    function again() {
        on.lost();
        events.close();
        clearTimeout(retry);
        retry = setTimeout(connect, waitMs);
        waitMs = Math.min(2 * waitMs, 8_000);
    }

    function connect() {
        events = source(address);
        clearTimeout(watchdog);
        watchdog = setTimeout(again, DEAF_MS);
        events.addEventListener('state', event => {
            const message = read(event.data);
            if (message) {
                heard();
                on.message(message);
            }
        });
        // a browser connects again by itself, unless the answer was no stream: then the source is closed
        events.addEventListener('error', () => {
            on.lost();
            if (events.readyState === 2) {
                again();
            }
        });
    }

    connect();
    return () => {
        clearTimeout(watchdog);
        clearTimeout(retry);
        events.close();
    };
}

/** The message, or null if it is none. */
function read(data) {
    try {
        const message = JSON.parse(data);
        return message && typeof message.sections === 'object' && message.sections ? message : null;
    } catch {
        return null;
    }
}
