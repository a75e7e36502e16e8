import { text } from '../../../lib/text';
import { helper, pd, usesOf } from '../../python/py';

/* What pandas has no way to read. `pandas/numbers.ts` and `pandas/strptime.ts` know what they give. */

export const toNumber = helper({
  name: 'to_number',
  why: text(
    'Numbers as people write them: 1,234, ₩1,000, 12%, (5) or 3-.',
    '사람이 적는 대로의 수를 읽어요. 1,234, ₩1,000, 12%, (5), 3- 같은 거예요.',
  ),
  source: `def to_number(cells, decimal="."):
    text = cells.str.normalize("NFKC").str.replace("−", "-", regex=False).str.strip()
    negative = text.str.match(r"\\(.*\\)$|.*[\\d.]-$", na=False).astype(bool)
    dress = r"KRW|USD|EUR|JPY|GBP|[₩$€£¥원%()'’\\s]"
    text = text.str.replace(dress, "", case=False, regex=True)
    text = text.str.replace("," if decimal == "." else ".", "", regex=False)
    text = text.str.replace(decimal, ".", regex=False).str.rstrip("-")
    number = pd.to_numeric(text, errors="coerce")
    return number.where(~negative, -number)`,
  uses: pd.uses,
});

export const datesInForms = helper({
  name: 'dates_in_forms',
  why: text(
    'Dates in several formats; what is in none of them becomes missing.',
    '여러 형식으로 적힌 날짜를 읽고, 어느 형식도 아닌 값은 결측으로 둬요.',
  ),
  source: `def dates_in_forms(cells, formats):
    def read(cell):
        for each in formats:
            try:
                return datetime.strptime(cell, each)
            except ValueError:
                pass
        return pd.NaT

    dates = cells.str.strip().map(read, na_action="ignore")
    return pd.to_datetime(dates, utc=True).dt.tz_localize(None)`,
  uses: [...usesOf('datetime', 'datetime'), ...pd.uses],
});

export const serialDays = helper({
  name: 'serial_days',
  why: text(
    'Days as spreadsheets number them, from 1900 on.',
    '스프레드시트가 날짜에 매기는 일련번호를 날짜로 바꿔요.',
  ),
  source: `def serial_days(cells):
    days = pd.to_numeric(cells, errors="coerce")
    days = days.where((days >= 20_000) & (days < 80_000))
    return pd.to_datetime(days, unit="D", origin="1899-12-30").dt.round("ms")`,
  uses: pd.uses,
});
