/** Tables as files for spreadsheets (RFC 4180, with semicolons and a mark of UTF-8, as German ones read them). */

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as text. */
export function csv(rows) {
  return BYTE_ORDER_MARK + rows.map(row => row.map(cell).join(';') + '\r\n').join('');
}

function cell(value) {
  const text = typeof value === 'number' ? value.toLocaleString('de-DE', {useGrouping: false, maximumFractionDigits: 3}) : String(value ?? '');
  const safe = typeof value !== 'number' && FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Has the browser save a table. */
export function save(name, rows) {
  const address = URL.createObjectURL(new Blob([csv(rows)], {type: 'text/csv;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
