import { text } from '../../lib/text';
import { helper, np, pd } from './py';

/* Words read as numbers, dates and true or false, as they are read here (table/parse-number, parse-date, cells). */

const re = { module: 're', as: 're' };

const readNumber = helper({
  name: 'read_number',
  why: text(
    'A number as people write it: 1,234.5 or 1.234,5 or 1 234, with a currency or a percent sign, (5) or 5- for -5.',
    '사람이 적는 모양의 수를 읽어요. 1,234.5, 1.234,5, 1 234, 통화 기호나 % 기호, 음수를 뜻하는 (5)와 5-를 알아봐요.',
  ),
  source: `def read_number(word, decimal="."):
    if re.search("[％＋-．０-９]", word):
        word = unicodedata.normalize("NFKC", word)
    word = word.strip()
    in_brackets = word.startswith("(") and word.endswith(")")
    word = word[1:-1].strip() if in_brackets else word
    word = word.removesuffix("%").rstrip()
    if re.search(r"[0-9.][-−]$", word) and re.fullmatch(r"[^+\\-−]*.", word):
        word = "-" + word[:-1].rstrip()
    sign = word[:1] if word[:1] in ("+", "-", "−") else ""
    money = r"(?:[₩$€£¥￦{}]|KRW|USD|EUR|JPY|GBP)"
    before, after = money.format(""), money.format("원")
    coins = rf"^{before}\\s*|\\s*{after}$"
    word = re.sub(coins, "", word[len(sign) :], count=1, flags=re.I)
    word = sign.replace("−", "-") + word
    comma, point = (",", r"\\.") if decimal == "." else (r"\\.", ",")
    space = "[ \\u00a0\\u2009\\u202f'’]"
    groups = rf"[0-9]{{1,3}}(?:(?:{comma}[0-9]{{3}})+|(?:{space}[0-9]{{3}})+)"
    lakhs = "|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}" if decimal == "." else ""
    grouped = rf"(?:{groups}{lakhs})(?:{point}[0-9]*)?"
    plain = rf"(?:[0-9]+{point}?[0-9]*|{point}[0-9]+)(?:e[+-]?[0-9]+)?"
    form = f"[+-]?(?:{grouped}|{plain})"
    if not re.fullmatch(form, word, re.I) or (in_brackets and sign):
        return np.nan
    number = float(re.sub(f"{comma}|{space}", "", word).replace(",", "."))
    if not np.isfinite(number):
        return np.nan
    return -number if in_brackets else number`,
  uses: [re, { module: 'unicodedata', as: 'unicodedata' }, ...np.uses],
});

/** `read_numbers(words, decimal)`. */
export const readNumbers = helper({
  name: 'read_numbers',
  why: text('Words as numbers; what is none is missing.', '글자를 수로 읽어요. 수가 아니면 빈 값이 돼요.'),
  source: `def read_numbers(words, decimal="."):
    numbers = words.map(lambda word: read_number(word, decimal), na_action="ignore")
    return numbers.astype(float)`,
  uses: readNumber.uses,
});

/** `read_flags(words)`. */
export const readFlags = helper({
  name: 'read_flags',
  why: text('Words as true (1) and false (0).', '글자를 참(1)과 거짓(0)으로 읽어요.'),
  source: `def read_flags(words):
    true = ["true", "t", "yes", "y", "1", "참", "예", "네"]
    false = ["false", "f", "no", "n", "0", "거짓", "아니오", "아니요"]
    flags = {**dict.fromkeys(true, 1.0), **dict.fromkeys(false, 0.0)}
    return words.str.strip().str.lower().map(flags)`,
  uses: [],
});

const readDate = helper({
  name: 'read_date',
  why: text(
    'A date as it is written in Korea, Europe or America, in UTC unless a zone is named.',
    '한국, 유럽, 미국에서 쓰는 모양의 날짜를 읽어요. 시간대가 없으면 UTC로 봐요.',
  ),
  source: `TIME = (
    r"(?:(?:[T ]|,?\\s+)(?:(?P<before>오전|오후|AM|PM)\\s*)?"
    r"(?P<hour>\\d{1,2}):(?P<minute>\\d{2})"
    r"(?::(?P<second>\\d{2})(?:[.,](?P<fraction>\\d{1,9}))?)?"
    r"(?:\\s*(?P<after>AM|PM|a\\.m\\.|p\\.m\\.|오전|오후))?"
    r"\\s*(?:Z|UTC|GMT|(?:UTC|GMT)?(?P<zone>[+-]\\d{2}(?::?\\d{2})?))?)?"
)
YEAR, MONTH, DAY = r"(?P<year>\\d{4})", r"(?P<month>\\d{1,2})", r"(?P<day>\\d{1,2})"
NAME = r"(?P<name>[A-Za-z]{3,9})"
DATES = [
    YEAR + r"([-/.])\\s?" + MONTH + r"\\2\\s?" + DAY + r"\\.?" + TIME,
    YEAR + r"년\\s*" + MONTH + r"월\\s*" + DAY + "일" + TIME,
    r"(?P<first>\\d{1,2})([-/.])(?P<other>\\d{1,2})\\2" + YEAR + TIME,
    YEAR + r"(?P<month>\\d{2})(?P<day>\\d{2})",
    NAME + r"\\.?\\s+" + DAY + r"(?:st|nd|rd|th)?,?\\s+" + YEAR + TIME,
    DAY + r"[\\s-]" + NAME + r"\\.?,?[\\s-]" + YEAR + TIME,
]
MONTHS = "january february march april may june july august september october "
MONTHS = (MONTHS + "november december").split()


def read_date(word, day_first=True):
    matches = (re.fullmatch(form, word.strip(), re.I | re.A) for form in DATES)
    part = next((match.groupdict() for match in matches if match), None)
    if part is None:
        return pd.NaT
    if "first" in part:
        first, other = int(part["first"]), int(part["other"])
        swapped = first <= 12 and (other > 12 or not day_first)
        part["day"], part["month"] = (other, first) if swapped else (first, other)
    if "name" in part:
        name = part["name"].lower()
        short = [month[:3] for month in MONTHS]
        known = name in MONTHS or name in short or name == "sept"
        part["month"] = short.index(name[:3]) + 1 if known else 0
    hour = int(part.get("hour") or 0)
    half = (part.get("before") or part.get("after") or "").lower()
    if half:
        late = half in ("pm", "p.m.", "오후")
        hour = hour % 12 + 12 * late if hour <= 12 else 24
    minute, second = int(part.get("minute") or 0), int(part.get("second") or 0)
    thousandths = int((part.get("fraction") or "0").ljust(3, "0")[:3])
    try:
        day = [int(part[name]) for name in ("year", "month", "day")]
        moment = pd.Timestamp(*day, hour, minute, second, thousandths * 1000)
    except ValueError:
        return pd.NaT
    zone = (part.get("zone") or "").replace(":", "").ljust(5, "0")
    ahead = pd.Timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5]))
    return moment + ahead if zone[0] == "-" else moment - ahead`,
  uses: [re, ...pd.uses],
});

/** `read_dates(words, day_first)`. */
export const readDates = helper({
  name: 'read_dates',
  why: text('Words as dates; what is none is missing.', '글자를 날짜로 읽어요. 날짜가 아니면 빈 값이 돼요.'),
  source: `def read_dates(words, day_first=True):
    dates = words.map(lambda word: read_date(word, day_first), na_action="ignore")
    return pd.to_datetime(dates)`,
  uses: [...readDate.uses, ...pd.uses],
});
