/** Tables as CSV (RFC 4180), for spreadsheets that would take text for a formula. Pure. */

const FORMULA = /^[=+\-@\t\r]/;

/** A value as a field: numbers as they are, unknown empty, text that a spreadsheet would compute after an apostrophe. */
export function field(value) {
    if (value == null) {
        return '';
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
        return String(value);
    }
    const safe = FORMULA.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(safe) || safe !== safe.trim() ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

/** Rows of values below the names of their columns. */
export function csv(columns, rows) {
    return [columns, ...rows].map(row => row.map(field).join(',')).join('\r\n') + '\r\n';
}

/** Has the browser save a table; a mark at its beginning lets spreadsheets see that it is UTF-8. */
export function save(name, columns, rows) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + csv(columns, rows)], {type: 'text/csv;charset=utf-8'}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
