import { text } from '../../lib/text';
import { helper, np, pd } from './py';

/* Dates as the numbers that they are here: milliseconds since 1970 in UTC. */

/** Of a Series or a DataFrame of dates. */
export const toMilliseconds = helper({
  name: 'to_milliseconds',
  why: text('Dates as milliseconds since 1970.', '날짜를 1970년부터 센 밀리초로 바꿔요.'),
  source: `def to_milliseconds(dates):
    return (dates - pd.Timestamp(0)) / pd.Timedelta(milliseconds=1)`,
  uses: pd.uses,
});

/** Of a Series. */
export const toDates = helper({
  name: 'to_dates',
  why: text('Milliseconds since 1970 as dates.', '1970년부터 센 밀리초를 날짜로 바꿔요.'),
  source: `def to_dates(milliseconds):
    whole = np.floor(milliseconds + 0.5)
    return pd.Series(whole.to_numpy().astype("datetime64[ms]"), milliseconds.index)`,
  uses: [...np.uses, ...pd.uses],
});
